package io.gendan.order.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.gendan.contract.MalformedEventException;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.messaging.signature.SignatureCheck;
import io.gendan.messaging.topic.TopicEnds;
import io.gendan.messaging.topic.TopicRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads all six topics from the first record, without a consumer group: it moves nobody's
 * offsets. A record is an event here under the same conditions as for the live consumer.
 * Not for several threads.
 */
class StreamReader implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMillis(200);

	/** Larger batches write each order less often, but must fit into a small heap. */
	private static final int BATCH_CHARACTERS = 1024 * 1024;

	private static final int BATCH_EVENTS = 20_000;

	private static final int POLL_RECORDS = 500;

	private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;

	private final SignatureCheck signatures;

	private final StreamFindings findings;

	private final Duration standstill;

	/**
	 * A reader.
	 * @param connection settings of a consumer
	 * @param signatures says whose events they are
	 * @param findings learns of records that are no events, or are not signed as they
	 * should be
	 */
	StreamReader(Map<String, Object> connection, SignatureCheck signatures, StreamFindings findings) {
		this(new KafkaConsumer<>(settings(connection)), signatures, findings, TopicEnds.PATIENCE);
	}

	StreamReader(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, SignatureCheck signatures,
			StreamFindings findings, Duration standstill) {
		this.consumer = consumer;
		this.signatures = signatures;
		this.findings = findings;
		this.standstill = standstill;
		List<TopicPartition> partitions = Arrays.stream(Service.values())
			.flatMap((service) -> this.consumer.partitionsFor(service.topic()).stream())
			.map((info) -> new TopicPartition(info.topic(), info.partition()))
			.toList();
		this.consumer.assign(partitions);
		this.consumer.seekToBeginning(partitions);
	}

	private static Map<String, Object> settings(Map<String, Object> connection) {
		Map<String, Object> settings = new HashMap<>(connection);
		settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
		settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, BATCH_CHARACTERS);
		settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
		settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		return settings;
	}

	/**
	 * Reads on to what is the end of the topics now.
	 * @param batches takes the events in large batches
	 * @param pulse called before every poll
	 * @throws IllegalStateException if a partition gives nothing for too long
	 */
	void readToEnd(Consumer<List<RecordedEvent>> batches, Runnable pulse) {
		TopicEnds ends = new TopicEnds(this.consumer, this.standstill);
		List<RecordedEvent> batch = new ArrayList<>();
		long characters = 0;
		while (!ends.reached()) {
			pulse.run();
			for (ConsumerRecord<byte[], byte[]> record : this.consumer.poll(PATIENCE)) {
				RecordedEvent event = event(read(record));
				if (event != null) {
					batch.add(event);
					characters += event.data().length();
				}
			}
			if (characters > BATCH_CHARACTERS || batch.size() > BATCH_EVENTS) {
				batches.accept(batch);
				batch = new ArrayList<>();
				characters = 0;
			}
		}
		if (!batch.isEmpty()) {
			batches.accept(batch);
		}
	}

	@Override
	public void close() {
		this.consumer.close();
	}

	/** Null if the live consumer would not take it. */
	private @Nullable RecordedEvent event(TopicRecord record) {
		try {
			RecordedEvent event = record.event();
			if (this.signatures.doubt(record, event) != null) {
				this.findings.doubtful(record);
				return this.signatures.refuses() ? null : event;
			}
			return event;
		}
		catch (MalformedEventException ex) {
			this.findings.malformed(record);
			return null;
		}
	}

	private static TopicRecord read(ConsumerRecord<byte[], byte[]> record) {
		Map<String, byte[]> headers = new HashMap<>();
		record.headers().forEach((header) -> {
			if (header.value() != null) {
				headers.put(header.key(), header.value());
			}
		});
		return new TopicRecord(record.topic(), record.partition(), record.offset(), record.key(), headers,
				record.value());
	}

}
