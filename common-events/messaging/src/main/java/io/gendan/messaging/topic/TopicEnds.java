package io.gendan.messaging.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Where partitions end now, and whether a consumer has come there. A topic may get
 * shorter meanwhile, so while nothing comes the ends are asked for again; and a partition
 * may be away, so nobody waits for it for ever.
 */
public final class TopicEnds {

	/** How long no partition may give anything. */
	public static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final int ASKED_MEANWHILE = 12;

	private static final Duration ANSWER = Duration.ofSeconds(5);

	private static final Duration ANSWER_OF_ONE = Duration.ofMillis(500);

	private final Consumer<?, ?> consumer;

	private final Duration patience;

	/** The ends of those that have not been read to them. */
	private final Map<TopicPartition, Long> open = new HashMap<>();

	private Map<TopicPartition, Long> positions = Map.of();

	private long moved = System.nanoTime();

	private long asked = System.nanoTime();

	/**
	 * Asks for the ends.
	 * @param consumer has its partitions assigned
	 * @param patience how long no partition may give anything
	 */
	public TopicEnds(Consumer<?, ?> consumer, Duration patience) {
		this.consumer = consumer;
		this.patience = patience;
		consumer.assignment().forEach((partition) -> this.open.put(partition, Long.MAX_VALUE));
		ask();
	}

	/**
	 * Whether all has been read. To be asked after every poll.
	 * @return false while something is missing
	 * @throws IllegalStateException if nothing has come for too long
	 */
	public boolean reached() {
		Map<TopicPartition, Long> missing = new HashMap<>();
		this.open.forEach((partition, end) -> {
			long position = position(partition);
			if (position < end) {
				missing.put(partition, position);
			}
		});
		this.open.keySet().retainAll(missing.keySet());
		if (!missing.equals(this.positions)) {
			this.positions = missing;
			this.moved = System.nanoTime();
		}
		else if (!missing.isEmpty()) {
			stands();
		}
		return missing.isEmpty();
	}

	private void stands() {
		long now = System.nanoTime();
		if (now - this.moved > this.patience.toNanos()) {
			String where = this.positions.keySet()
				.stream()
				.map(String::valueOf)
				.sorted()
				.collect(Collectors.joining(", "));
			throw new IllegalStateException(
					"Nothing has come from %s for %d seconds, though there is more to read; see whether it has a leader / %s 已有 %d 秒没有任何数据，但尚未读完；请检查其是否有主副本"
						.formatted(where, this.patience.toSeconds(), where, this.patience.toSeconds()));
		}
		long pause = this.patience.dividedBy(ASKED_MEANWHILE).toNanos();
		if (now - this.moved > pause && now - this.asked > pause) {
			ask();
		}
	}

	private void ask() {
		if (!answers(List.copyOf(this.open.keySet()), ANSWER)) {
			for (TopicPartition partition : List.copyOf(this.open.keySet())) {
				answers(List.of(partition), ANSWER_OF_ONE);
			}
		}
		this.asked = System.nanoTime();
	}

	private boolean answers(Collection<TopicPartition> partitions, Duration wait) {
		try {
			this.consumer.endOffsets(partitions, wait)
				.forEach((partition, end) -> this.open.merge(partition, end, Math::min));
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
	}

	/** The last one known where there is none at the moment. */
	private long position(TopicPartition partition) {
		try {
			return this.consumer.position(partition, Duration.ZERO);
		}
		catch (TimeoutException ex) {
			return this.positions.getOrDefault(partition, -1L);
		}
	}

}
