package io.gendan.messaging.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.gendan.messaging.topic.TopicEnds;
import io.gendan.messaging.topic.TopicRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a topic from its first record to what is its end now, poll by poll, with a
 * consumer that belongs to no group.
 */
public final class TopicHistory {

	private static final Duration POLL = Duration.ofMillis(500);

	private final Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> consumers;

	private final Duration patience;

	/**
	 * A reader.
	 * @param consumers makes consumers without a group whose polls are bounded by bytes
	 */
	public TopicHistory(Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> consumers) {
		this(consumers, TopicEnds.PATIENCE);
	}

	TopicHistory(Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> consumers, Duration patience) {
		this.consumers = consumers;
		this.patience = patience;
	}

	/**
	 * Reads.
	 * @param topic topic name
	 * @param polls takes the records of a poll
	 * @throws IllegalStateException if a partition gives nothing for too long
	 */
	void read(String topic, Consumer<List<TopicRecord>> polls) {
		try (var consumer = this.consumers.get()) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((found) -> new TopicPartition(topic, found.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			TopicEnds ends = new TopicEnds(consumer, this.patience);
			while (!ends.reached()) {
				List<TopicRecord> records = new ArrayList<>();
				consumer.poll(POLL).forEach((message) -> records.add(record(message)));
				polls.accept(records);
			}
		}
	}

	private static TopicRecord record(ConsumerRecord<byte[], byte[]> message) {
		Map<String, byte[]> headers = new HashMap<>();
		message.headers().forEach((header) -> {
			if (header.value() != null) {
				headers.put(header.key(), header.value());
			}
		});
		return new TopicRecord(message.topic(), message.partition(), message.offset(), message.key(), headers,
				message.value());
	}

}
