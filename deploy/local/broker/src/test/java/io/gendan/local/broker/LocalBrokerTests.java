package io.gendan.local.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LocalBrokerTests {

	@TempDir
	private Path directory;

	@Test
	void aRecordIsStillThereAfterTheBrokerWasStoppedAndStartedAgain() throws Exception {
		try (var broker = LocalBroker.start(this.directory, 0)) {
			createTopic(broker, "gendan.order", 3);
			send(broker, "gendan.order", "SO-1", "placed");
		}
		try (var broker = LocalBroker.start(this.directory, 0)) {
			assertThat(firstValue(broker, "gendan.order")).contains("placed");
		}
	}

	@Test
	void ownSettingsWin() throws Exception {
		try (var broker = LocalBroker.start(this.directory, 0, Map.of("num.partitions", "5"));
				var admin = Admin.create(client(broker))) {
			admin.createTopics(List.of(new NewTopic("wide", Optional.empty(), Optional.empty()))).all().get();
			var topics = admin.describeTopics(List.of("wide")).allTopicNames().get();
			assertThat(topics.get("wide").partitions()).hasSize(5);
		}
	}

	private static void createTopic(LocalBroker broker, String topic, int partitions) throws Exception {
		try (var admin = Admin.create(client(broker))) {
			admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
		}
	}

	private static void send(LocalBroker broker, String topic, String key, String value) throws Exception {
		try (var producer = new KafkaProducer<>(client(broker), new StringSerializer(), new StringSerializer())) {
			producer.send(new ProducerRecord<>(topic, key, value)).get();
		}
	}

	private static Optional<String> firstValue(LocalBroker broker, String topic) {
		Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", "reader",
				"auto.offset.reset", "earliest");
		try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
			consumer.subscribe(List.of(topic));
			var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
			while (System.nanoTime() < deadline) {
				for (var record : consumer.poll(Duration.ofMillis(200))) {
					return Optional.of(record.value());
				}
			}
			return Optional.empty();
		}
	}

	private static Map<String, Object> client(LocalBroker broker) {
		return Map.of("bootstrap.servers", broker.bootstrapServers());
	}

}
