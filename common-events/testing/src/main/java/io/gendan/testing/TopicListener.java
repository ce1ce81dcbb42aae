package io.gendan.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.MalformedEventException;
import io.gendan.contract.RecordedEvent;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads all six topics from their beginning, on a thread of its own. */
final class TopicListener implements AutoCloseable {

	private static final Pattern TOPICS = Pattern.compile("gendan\\.[a-z]+");

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final EventCodec codec = new EventCodec();

	private final Map<String, List<RecordedEvent>> byOrder = new ConcurrentHashMap<>();

	private final Thread thread = Thread.ofPlatform().daemon().name("test-topic-listener").start(this::listen);

	private volatile boolean closed;

	List<RecordedEvent> records(String order) {
		return List.copyOf(this.byOrder.getOrDefault(order, List.of()));
	}

	List<GendanEvent> events(String order) {
		return records(order).stream().flatMap((recorded) -> this.codec.event(recorded).stream()).toList();
	}

	@Override
	public void close() {
		this.closed = true;
		try {
			// The next poll ends it; an interrupt would tear the consumer from its group.
			this.thread.join(PATIENCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void listen() {
		Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
				TestInfrastructure.bootstrapServers(), ConsumerConfig.GROUP_ID_CONFIG, "test-" + UUID.randomUUID(),
				ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.METADATA_MAX_AGE_CONFIG, "500");
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new ByteArrayDeserializer())) {
			consumer.subscribe(TOPICS);
			while (!this.closed) {
				consumer.poll(Duration.ofMillis(100)).forEach(this::take);
			}
		}
	}

	private void take(ConsumerRecord<String, byte[]> message) {
		try {
			RecordedEvent recorded = CloudEventHeaders.read((name) -> {
				Header header = message.headers().lastHeader(name);
				return (header != null) ? header.value() : null;
			}, message.value());
			this.byOrder.computeIfAbsent(recorded.envelope().subject(), (order) -> new CopyOnWriteArrayList<>())
				.add(recorded);
		}
		catch (MalformedEventException ex) {
			// Poison that a test has sent; the services' dead letters are what it looks
			// at.
			this.byOrder.computeIfAbsent("", (order) -> new CopyOnWriteArrayList<>());
		}
	}

}
