package io.gendan.messaging;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.local.broker.LocalBroker;
import io.gendan.local.store.LocalStore;
import io.gendan.messaging.SmallStage.Command;
import io.gendan.messaging.SmallStage.State;
import io.gendan.testing.ForeignChain;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Partitions are added while a consumer is behind: nobody has to do anything. */
class PartitionsTest {

	private static final int ORDERS = 200;

	@TempDir
	Path directory;

	private final Map<String, ForeignChain> chains = new LinkedHashMap<>();

	@Test
	void morePartitionsMakeNoLetters() throws Exception {
		try (LocalStore store = LocalStore.inMemory(0);
				LocalBroker broker = LocalBroker.start(this.directory.resolve("broker"), 0);
				Admin admin = Admin
					.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
			start(store, broker, "review-service", 2).close();
			for (int i = 0; i < ORDERS; i++) {
				this.chains.put("P-" + i, new ForeignChain("P-" + i));
			}
			publish(broker, Orders::placed);
			// A service with other settings changes nothing, the operator does.
			start(store, broker, "another-service", 6).close();
			assertThat(partitions(admin)).isEqualTo(2);
			admin.createPartitions(Map.of("gendan.order", NewPartitions.increaseTo(6))).all().get();
			publish(broker, (order) -> new OrderConfirmed(order, "wang", LocalDate.of(2026, 4, 1)));
			try (ConfigurableApplicationContext service = start(store, broker, "review-service", 2)) {
				StageGateway<State, Command> gateway = gateway(service);
				Awaitility.await()
					.atMost(Duration.ofSeconds(60))
					.until(() -> this.chains.keySet()
						.stream()
						.allMatch((order) -> gateway.find(order)
							.filter((found) -> found.state().confirmed())
							.isPresent()));
				assertThat(partitions(admin)).isEqualTo(6);
				TopicPartition letters = new TopicPartition("gendan.order.dead.review-service", 0);
				assertThat(admin.listOffsets(Map.of(letters, OffsetSpec.latest())).all().get().get(letters).offset())
					.isZero();
			}
		}
	}

	private static int partitions(Admin admin) throws Exception {
		return admin.describeTopics(Set.of("gendan.order"))
			.allTopicNames()
			.get()
			.get("gendan.order")
			.partitions()
			.size();
	}

	/** One after the other: a partition that was just made may not be ready for more. */
	private void publish(LocalBroker broker, Function<String, GendanEvent> event) throws Exception {
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()), new StringSerializer(),
				new ByteArraySerializer())) {
			for (Map.Entry<String, ForeignChain> order : this.chains.entrySet()) {
				RecordedEvent next = order.getValue().next(event.apply(order.getKey()), new Actor("salesperson", "li"));
				producer.send(ForeignChain.record(next)).get();
			}
		}
	}

	private static ConfigurableApplicationContext start(LocalStore store, LocalBroker broker, String name,
			int partitions) {
		return new SpringApplicationBuilder(SmallApplication.class).run("--server.port=0",
				"--spring.application.name=" + name, "--spring.mongodb.uri=" + store.uri() + "/" + name,
				"--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
				"--gendan.topics.partitions=" + partitions, "--gendan.topics.replicas=1",
				"--gendan.privacy.house-keys=classpath:/io/gendan/testing/house-keys.json",
				"--gendan.topics.min-in-sync-replicas=1", "--gendan.inbox.gap-patience=10m");
	}

	@SuppressWarnings("unchecked")
	private static StageGateway<State, Command> gateway(ConfigurableApplicationContext service) {
		return service.getBean(StageGateway.class);
	}

}
