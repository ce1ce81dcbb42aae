package io.gendan.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.gendan.testing.TestInfrastructure;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How many letters wait for somebody is known after every restart. */
class OpenLettersTest {

	private final String group = "group-" + UUID.randomUUID();

	private final MongoClient mongo = MongoClients.create(TestInfrastructure.newDatabase().replaceAll("/test-.*", ""));

	private final HandlingStore handlings = new HandlingStore(
			this.mongo.getDatabase("open-" + UUID.randomUUID()).getCollection(HandlingStore.COLLECTION));

	@AfterEach
	void close() {
		this.mongo.close();
	}

	@Test
	void everyLetterCountsOnceUntilSomebodyHasLookedAfterIt() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()))) {
			admin.createTopics(List.of(new NewTopic("gendan.order.dead." + this.group, 1, (short) 1))).all().get();
		}
		send(1);
		send(1);
		send(2);
		OpenLetters open = started();
		await(open, 2);
		this.handlings.keep("gendan.order.dead." + this.group + "~0~1",
				new Handling(LetterStatus.DISCARDED, "operator/zhou", Instant.EPOCH, "a trial"));
		send(3);
		send(4);
		await(open, 3);
		open.stop();
		assertThat(open.isRunning()).isFalse();
		OpenLetters again = started();
		await(again, 3);
		again.stop();
	}

	private OpenLetters started() {
		OpenLetters open = new OpenLetters(List
			.of(new DeadLetterGroup(this.group, List.of("gendan.order"), (events) -> List.of(), (order, decision) -> {
			})), new LetterReader(
					() -> new KafkaConsumer<>(
							Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers(), "auto.offset.reset",
									"earliest", "enable.auto.commit", "false"),
							new ByteArrayDeserializer(), new ByteArrayDeserializer())),
				this.handlings);
		assertThat(open.count()).isNaN();
		open.start();
		return open;
	}

	private static void await(OpenLetters open, int count) {
		Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> open.count() == count);
	}

	/** A letter about a record of that offset. */
	private void send(long offset) {
		ProducerRecord<String, byte[]> letter = new ProducerRecord<>("gendan.order.dead." + this.group, "L-1",
				new byte[0]);
		Map.of("topic", "gendan.order", "partition", "0", "offset", Long.toString(offset))
			.forEach((name, value) -> letter.headers()
				.add(DeadLetterPublisher.HEADER + name, value.getBytes(StandardCharsets.UTF_8)));
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()), new StringSerializer(),
				new ByteArraySerializer())) {
			producer.send(letter);
		}
	}

}
