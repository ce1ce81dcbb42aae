package io.gendan.contract;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows every order with nothing but kafka-clients and the contract. */
public final class SubscriberExample {

	private static final EventCodec CODEC = new EventCodec();

	private SubscriberExample() {
	}

	public static void main(String[] args) {
		Map<String, Object> settings = Map.of("bootstrap.servers", "localhost:9092", "group.id", "my-system",
				"auto.offset.reset", "earliest");
		try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
			consumer.subscribe(Arrays.stream(Service.values()).map(Service::topic).toList());
			while (true) {
				poll(consumer, (envelope, event) -> System.out.println(envelope.time() + " " + event));
			}
		}
	}

	static void poll(Consumer<String, byte[]> consumer, BiConsumer<Envelope, GendanEvent> subscriber) {
		for (var record : consumer.poll(Duration.ofSeconds(1))) {
			RecordedEvent recorded = CloudEventHeaders.read(
					(name) -> Optional.ofNullable(record.headers().lastHeader(name)).map(Header::value).orElse(null),
					record.value());
			CODEC.event(recorded).ifPresent((event) -> subscriber.accept(recorded.envelope(), event));
		}
	}

}
