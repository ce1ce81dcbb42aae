package io.gendan.messaging.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads dead letters with a consumer that belongs to no group, so that looking at them
 * moves nothing.
 */
public final class LetterReader {

	private static final Duration POLL = Duration.ofMillis(200);

	private static final long PATIENCE_SECONDS = 20;

	private final Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> consumers;

	/**
	 * A reader.
	 * @param consumers makes consumers without a group
	 */
	public LetterReader(Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> consumers) {
		this.consumers = consumers;
	}

	/**
	 * Reads all letters of some topics, one by one.
	 * @param topics dead-letter topics
	 * @param reader is shown every letter, copies left out
	 * @throws DeadLetterException if the broker does not answer in time
	 */
	void read(Collection<String> topics, Consumer<StoredLetter> reader) {
		Set<String> seen = new HashSet<>();
		visit(topics, Map.of(), (message) -> {
			StoredLetter letter = StoredLetter.of(message);
			if (seen.add(letter.identity())) {
				reader.accept(letter);
			}
		});
	}

	/**
	 * Shows all letters of some topics, and then those that come, for as long as all of
	 * the topics stand; while one is missing only what is there now.
	 * @param topics dead-letter topics
	 * @param wait how long nothing may come before the reader hears of that
	 * @param reader takes letters, often none, copies among them
	 */
	void follow(Collection<String> topics, Duration wait, Consumer<List<StoredLetter>> reader) {
		try (var consumer = this.consumers.get()) {
			Set<TopicPartition> partitions = partitions(consumer, topics);
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			boolean all = partitions.stream().map(TopicPartition::topic).distinct().count() == topics.size();
			do {
				List<StoredLetter> letters = new ArrayList<>();
				if (!partitions.isEmpty()) {
					consumer.poll(wait).forEach((message) -> letters.add(StoredLetter.of(message)));
				}
				reader.accept(letters);
			}
			while (all);
		}
	}

	/**
	 * Reads one letter.
	 * @param id where it stands
	 * @return the letter, or empty if nothing stands there
	 * @throws DeadLetterException if the broker does not answer in time
	 */
	Optional<StoredLetter> read(LetterId id) {
		Map<LetterId, StoredLetter> found = new HashMap<>();
		visit(List.of(id.topic()), Map.of(new TopicPartition(id.topic(), id.partition()), id.offset()), (message) -> {
			StoredLetter letter = StoredLetter.of(message);
			found.put(letter.id(), letter);
		});
		return Optional.ofNullable(found.get(id));
	}

	/** Shows what stands there now; with offsets given, one record at those alone. */
	private void visit(Collection<String> topics, Map<TopicPartition, Long> only,
			Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
		long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		try (var consumer = this.consumers.get()) {
			consumer.assign(partitions(consumer, topics));
			Map<TopicPartition, Long> ends = ends(consumer, only);
			consumer.assign(ends.keySet());
			consumer.seekToBeginning(ends.keySet());
			only.forEach((partition, offset) -> {
				if (ends.containsKey(partition)) {
					consumer.seek(partition, offset);
				}
			});
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				if (System.nanoTime() > giveUp) {
					throw new DeadLetterException("The dead letters could not be read in time", null);
				}
				consumer.poll(POLL).forEach((message) -> {
					Long end = ends.get(new TopicPartition(message.topic(), message.partition()));
					if (end != null && message.offset() < end) {
						visitor.accept(message);
					}
				});
			}
		}
		catch (KafkaException ex) {
			throw new DeadLetterException("The dead letters could not be read", ex);
		}
	}

	private static Set<TopicPartition> partitions(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
			Collection<String> topics) {
		Set<String> existing = consumer.listTopics().keySet();
		Set<TopicPartition> partitions = new HashSet<>();
		topics.stream()
			.filter(existing::contains)
			.flatMap((topic) -> consumer.partitionsFor(topic).stream())
			.forEach((found) -> partitions.add(new TopicPartition(found.topic(), found.partition())));
		return partitions;
	}

	private static Map<TopicPartition, Long> ends(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
			Map<TopicPartition, Long> only) {
		Map<TopicPartition, Long> ends = new HashMap<>();
		Set<TopicPartition> partitions = consumer.assignment();
		Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
		consumer.endOffsets(partitions).forEach((partition, end) -> {
			Long offset = only.get(partition);
			if (only.isEmpty()) {
				ends.put(partition, end);
			}
			else if (offset != null && offset < end && offset >= beginnings.getOrDefault(partition, 0L)) {
				ends.put(partition, offset + 1);
			}
		});
		return ends;
	}

}
