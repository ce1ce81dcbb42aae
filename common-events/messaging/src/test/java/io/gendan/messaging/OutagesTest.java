package io.gendan.messaging;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.gendan.contract.Actor;
import io.gendan.contract.RecordedEvent;
import io.gendan.local.broker.LocalBroker;
import io.gendan.local.store.LocalStore;
import io.gendan.messaging.SmallStage.Approve;
import io.gendan.messaging.SmallStage.Command;
import io.gendan.messaging.SmallStage.State;
import io.gendan.messaging.inbox.InboxHealth;
import io.gendan.messaging.outbox.OutboxRelay;
import io.gendan.testing.ForeignChain;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Broker and store go away and come back: nothing is lost, nothing skipped. */
class OutagesTest {

	@TempDir
	Path directory;

	@Test
	void theServiceOutlivesTheAbsenceOfBrokerAndStore() throws Exception {
		LocalStore store = LocalStore.onDisk(this.directory.resolve("store"), 0);
		int storePort = URI.create(store.uri()).getPort();
		LocalBroker broker = LocalBroker.start(this.directory.resolve("broker"), 0);
		int brokerPort = URI.create("kafka://" + broker.bootstrapServers()).getPort();
		try (ConfigurableApplicationContext service = start(store.uri(), brokerPort)) {
			StageGateway<State, Command> gateway = gateway(service);

			publish(brokerPort, "A-1");
			await(() -> gateway.find("A-1").isPresent());
			OutboxRelay relay = service.getBean(OutboxRelay.class);
			await(() -> relay.acknowledged("A-1") == 1 || relay.backlog() == 0);

			// The store goes: the consumer stands, says so, and goes on afterwards.
			InboxHealth health = service.getBean("inboxHealthIndicator", InboxHealth.class);
			store.close();
			publish(brokerPort, "A-2");
			await(() -> health.health().getStatus().equals(Status.DOWN));
			store = LocalStore.onDisk(this.directory.resolve("store"), storePort);
			await(() -> health.health().getStatus().equals(Status.UP));
			await(() -> gateway.find("A-2").isPresent());

			// The broker goes: commands are taken, their events leave later.
			broker.close();
			assertThat(gateway.execute(CommandRequest.of("A-2", new Approve(), new Actor("sales-manager", "wang"))))
				.isInstanceOf(CommandResult.Done.class);
			assertThat(relay.backlog()).isPositive();
			broker = LocalBroker.start(this.directory.resolve("broker"), brokerPort);
			await(() -> relay.backlog() == 0);
			SmallProjection projection = service.getBean(SmallProjection.class);
			await(() -> projection.knows("review:A-2:2"));
			broker.close();
		}
		store.close();
	}

	private static ConfigurableApplicationContext start(String storeUri, int brokerPort) {
		return new SpringApplicationBuilder(SmallApplication.class).run("--server.port=0",
				"--spring.mongodb.uri=" + storeUri + "/away?serverSelectionTimeoutMS=1000",
				"--spring.kafka.bootstrap-servers=127.0.0.1:" + brokerPort, "--gendan.topics.partitions=1",
				"--gendan.topics.replicas=1", "--gendan.topics.min-in-sync-replicas=1",
				"--gendan.inbox.max-backoff=500ms");
	}

	@SuppressWarnings("unchecked")
	private static StageGateway<State, Command> gateway(ConfigurableApplicationContext service) {
		return service.getBean(StageGateway.class);
	}

	private static void publish(int brokerPort, String order) throws Exception {
		RecordedEvent placed = new ForeignChain(order).next(Orders.placed(order), new Actor("salesperson", "li"));
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + brokerPort), new StringSerializer(),
				new ByteArraySerializer())) {
			producer.send(ForeignChain.record(placed)).get();
		}
	}

	private static void await(BooleanSupplier condition) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
	}

}
