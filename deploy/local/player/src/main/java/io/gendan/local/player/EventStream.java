package io.gendan.local.player;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.Envelope;
import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.MalformedEventException;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Subscribes to all six topics from their beginning, as any other system may. */
final class EventStream {

	private final EventCodec codec = new EventCodec();

	private final String bootstrapServers;

	private final Map<String, BitSet> known = new HashMap<>();

	private final Set<String> orders;

	private final BiConsumer<Envelope, GendanEvent> reader;

	private volatile boolean stopped;

	/**
	 * A subscription.
	 * @param bootstrapServers where the broker is
	 * @param orders the orders it is about; the record key names the order, so the events
	 * of others need not even be decoded
	 * @param reader takes the events
	 */
	EventStream(String bootstrapServers, Set<String> orders, BiConsumer<Envelope, GendanEvent> reader) {
		this.bootstrapServers = bootstrapServers;
		this.orders = orders;
		this.reader = reader;
	}

	/**
	 * Reads until stopped.
	 * @param caughtUp called once when everything that stood on the topics at the start
	 * has been read
	 */
	void follow(Runnable caughtUp) {
		Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.bootstrapServers,
				ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
				ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5000);
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new ByteArrayDeserializer())) {
			Set<TopicPartition> partitions = partitions(consumer);
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			boolean behind = true;
			while (!this.stopped) {
				consumer.poll(Duration.ofMillis(200)).forEach(this::take);
				if (behind && ends.entrySet()
					.stream()
					.allMatch((end) -> consumer.position(end.getKey()) >= end.getValue())) {
					behind = false;
					caughtUp.run();
				}
				followNew(consumer);
			}
		}
	}

	/** The consumer knows them and asks the broker only now and then. */
	private static Set<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
		return Arrays.stream(Service.values())
			.flatMap((service) -> consumer.partitionsFor(service.topic()).stream())
			.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
			.collect(Collectors.toSet());
	}

	/** A topic may be enlarged while somebody reads it. */
	private static void followNew(KafkaConsumer<?, ?> consumer) {
		Set<TopicPartition> partitions = partitions(consumer);
		Set<TopicPartition> added = new HashSet<>(partitions);
		added.removeAll(consumer.assignment());
		if (!added.isEmpty()) {
			consumer.assign(partitions);
			consumer.seekToBeginning(added);
		}
	}

	void stop() {
		this.stopped = true;
	}

	private void take(ConsumerRecord<String, byte[]> message) {
		if (!this.orders.contains(message.key())) {
			return;
		}
		try {
			RecordedEvent recorded = CloudEventHeaders.read((name) -> {
				Header header = message.headers().lastHeader(name);
				return (header != null) ? header.value() : null;
			}, message.value());
			Envelope envelope = recorded.envelope();
			if (isNew(envelope)) {
				this.codec.event(recorded).ifPresent((event) -> this.reader.accept(envelope, event));
			}
		}
		catch (MalformedEventException ex) {
			// Poison on a topic is the services' affair; they keep it as a dead letter.
			return;
		}
	}

	/**
	 * After a crash a service may send again what it had sent, and on a topic that was
	 * enlarged a later event may be read first: each is taken once, whenever it comes.
	 */
	private boolean isNew(Envelope envelope) {
		BitSet taken = this.known.computeIfAbsent(envelope.source().label() + ":" + envelope.subject(),
				(stream) -> new BitSet());
		int sequence = Math.toIntExact(envelope.sequence());
		boolean fresh = !taken.get(sequence);
		taken.set(sequence);
		return fresh;
	}

}
