package io.gendan.messaging.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads dead letters with a consumer that belongs to no group, so that looking at them
 * moves nothing.
 */
public final class LetterReader {

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	/** Partitions that have been added meanwhile are found after this time. */
	private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

	private final Supplier<Consumer<byte[], byte[]>> consumers;

	private final Duration patience;

	/**
	 * A reader.
	 * @param consumers makes consumers without a group
	 */
	public LetterReader(Supplier<Consumer<byte[], byte[]>> consumers) {
		this(consumers, PATIENCE);
	}

	/**
	 * A reader.
	 * @param consumers makes consumers without a group
	 * @param patience how long the broker may show nothing
	 */
	LetterReader(Supplier<Consumer<byte[], byte[]>> consumers, Duration patience) {
		this.consumers = consumers;
		this.patience = patience;
	}

	/**
	 * Shows the letters of some topics, and then those that come, for a minute; while one
	 * of the topics is missing only what is there now.
	 * @param topics dead-letter topics
	 * @param from where to begin in a partition, its beginning if it is left out
	 * @param wait how long nothing may come before the reader hears of that
	 * @param reader takes letters, often none, copies among them
	 */
	void follow(Collection<String> topics, Map<TopicPartition, Long> from, Duration wait,
			java.util.function.Consumer<List<StoredLetter>> reader) {
		long until = System.nanoTime() + LOOK_AGAIN.toNanos();
		try (var consumer = this.consumers.get()) {
			Set<TopicPartition> partitions = partitions(consumer, topics);
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			from.forEach((partition, offset) -> {
				if (partitions.contains(partition)) {
					consumer.seek(partition, offset);
				}
			});
			boolean all = partitions.stream().map(TopicPartition::topic).distinct().count() == topics.size();
			do {
				List<StoredLetter> letters = new ArrayList<>();
				if (!partitions.isEmpty()) {
					consumer.poll(wait).forEach((message) -> letters.add(StoredLetter.of(message)));
				}
				reader.accept(letters);
			}
			while (all && until - System.nanoTime() > 0);
		}
	}

	/**
	 * Reads one letter.
	 * @param id where it stands
	 * @return the letter, or empty if nothing stands there
	 * @throws DeadLetterException if the broker does not answer in time
	 */
	Optional<StoredLetter> read(LetterId id) {
		return Optional.ofNullable(read(List.of(id)).get(id));
	}

	/**
	 * Reads some letters.
	 * @param ids where they stand
	 * @return what stands there
	 * @throws DeadLetterException if the broker shows nothing for too long
	 */
	Map<LetterId, StoredLetter> read(Collection<LetterId> ids) {
		Map<LetterId, StoredLetter> found = new HashMap<>();
		if (ids.isEmpty()) {
			return found;
		}
		try (var consumer = this.consumers.get()) {
			Map<TopicPartition, NavigableSet<Long>> wanted = wanted(consumer, ids);
			consumer.assign(wanted.keySet());
			wanted.forEach((partition, offsets) -> consumer.seek(partition, offsets.first()));
			long heard = System.nanoTime();
			while (!wanted.isEmpty()) {
				ConsumerRecords<byte[], byte[]> messages = consumer.poll(POLL);
				if (!messages.isEmpty()) {
					heard = System.nanoTime();
				}
				else if (System.nanoTime() - heard > this.patience.toNanos()) {
					throw new DeadLetterException("The broker has not shown the dead letters in time", null);
				}
				for (ConsumerRecord<byte[], byte[]> message : messages) {
					if (wanted.getOrDefault(partition(message), new TreeSet<>()).remove(message.offset())) {
						StoredLetter letter = StoredLetter.of(message);
						found.put(letter.id(), letter);
					}
				}
				goOn(consumer, wanted);
			}
		}
		catch (KafkaException ex) {
			throw new DeadLetterException("The dead letters could not be read", ex);
		}
		return found;
	}

	/** Jumps over what nobody wants and leaves the partitions that are done. */
	private static void goOn(Consumer<byte[], byte[]> consumer, Map<TopicPartition, NavigableSet<Long>> wanted) {
		wanted.forEach((partition, offsets) -> {
			long position = consumer.position(partition);
			offsets.headSet(position).clear();
			if (!offsets.isEmpty() && offsets.first() > position) {
				consumer.seek(partition, offsets.first());
			}
		});
		if (wanted.values().removeIf(Set::isEmpty)) {
			consumer.assign(wanted.keySet());
		}
	}

	private static Map<TopicPartition, NavigableSet<Long>> wanted(Consumer<byte[], byte[]> consumer,
			Collection<LetterId> ids) {
		Set<TopicPartition> partitions = partitions(consumer,
				ids.stream().map(LetterId::topic).collect(Collectors.toSet()));
		Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
		Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
		Map<TopicPartition, NavigableSet<Long>> wanted = new HashMap<>();
		for (LetterId id : ids) {
			TopicPartition partition = new TopicPartition(id.topic(), id.partition());
			if (id.offset() >= beginnings.getOrDefault(partition, 0L)
					&& id.offset() < ends.getOrDefault(partition, 0L)) {
				wanted.computeIfAbsent(partition, (first) -> new TreeSet<>()).add(id.offset());
			}
		}
		return wanted;
	}

	private static Set<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, Collection<String> topics) {
		Set<String> existing = consumer.listTopics().keySet();
		return topics.stream()
			.filter(existing::contains)
			.flatMap((topic) -> consumer.partitionsFor(topic).stream())
			.map((found) -> new TopicPartition(found.topic(), found.partition()))
			.collect(Collectors.toSet());
	}

	private static TopicPartition partition(ConsumerRecord<byte[], byte[]> message) {
		return new TopicPartition(message.topic(), message.partition());
	}

}
