package io.gendan.messaging;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
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
			await(() -> relay.acknowledged("A-1").sequence() == 1 || relay.backlog() == 0);

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

	@Test
	void aServiceStartsWithoutBrokerAndStoreAndJoinsThemLater() throws Exception {
		int storePort = freePort();
		int brokerPort = freePort();
		try (ConfigurableApplicationContext service = start("mongodb://127.0.0.1:" + storePort, brokerPort)) {
			assertThat(health(service, "liveness")).isEqualTo("UP");
			assertThat(health(service, "readiness")).isEqualTo("DOWN");
			assertThat(details(service, "broker")).containsEntry("reason", "NO_ANSWER");
			assertThat(details(service, "store")).containsKey("reason");
			assertThat(details(service, "topics")).containsEntry("reason", "TOPICS_MISSING");
			assertThat(health(service, "outbox")).isEqualTo("UP");
			LocalStore store = LocalStore.onDisk(this.directory.resolve("store"), storePort);
			LocalBroker broker = LocalBroker.start(this.directory.resolve("broker"), brokerPort);
			await(() -> health(service, "readiness").equals("UP"));
			await(() -> topicsStand(brokerPort));
			publish(brokerPort, "A-3");
			await(() -> gateway(service).find("A-3").isPresent());
			await(() -> service.getBean(SmallProjection.class).knows("review:A-3:1"));
			broker.close();
			store.close();
		}
	}

	@Test
	void anInstanceCutOffFromItsStoreGivesItsPartitionsUp() throws Exception {
		LocalStore store = LocalStore.onDisk(this.directory.resolve("store"), 0);
		int storePort = URI.create(store.uri()).getPort();
		try (LocalBroker broker = LocalBroker.start(this.directory.resolve("broker"), 0)) {
			int brokerPort = URI.create("kafka://" + broker.bootstrapServers()).getPort();
			try (ConfigurableApplicationContext service = start(store.uri(), brokerPort,
					"--gendan.inbox.release-after=1s")) {
				await(() -> members(brokerPort) == 1);
				store.close();
				publish(brokerPort, "A-4");
				await(() -> members(brokerPort) == 0);
				assertThat(health(service, "readiness")).isEqualTo("DOWN");
				store = LocalStore.onDisk(this.directory.resolve("store"), storePort);
				await(() -> gateway(service).find("A-4").isPresent());
				await(() -> health(service, "readiness").equals("UP"));
			}
		}
		store.close();
	}

	private static ConfigurableApplicationContext start(String storeUri, int brokerPort, String... more) {
		String[] settings = { "--server.port=0",
				"--spring.mongodb.uri=" + storeUri + "/away?serverSelectionTimeoutMS=1000",
				"--spring.kafka.bootstrap-servers=127.0.0.1:" + brokerPort, "--gendan.topics.partitions=1",
				"--gendan.topics.replicas=1",
				"--gendan.privacy.house-keys=classpath:/io/gendan/testing/house-keys.json",
				"--gendan.topics.min-in-sync-replicas=1", "--gendan.inbox.max-backoff=500ms" };
		return new SpringApplicationBuilder(SmallApplication.class)
			.run(Stream.concat(Stream.of(settings), Stream.of(more)).toArray(String[]::new));
	}

	private static String health(ConfigurableApplicationContext service, String group) {
		return descriptor(service, group).getStatus().getCode();
	}

	private static Map<String, Object> details(ConfigurableApplicationContext service, String component) {
		return ((IndicatedHealthDescriptor) descriptor(service, component)).getDetails();
	}

	private static HealthDescriptor descriptor(ConfigurableApplicationContext service, String path) {
		HealthDescriptor descriptor = service.getBean(HealthEndpoint.class).healthForPath(path);
		return Objects.requireNonNull(descriptor);
	}

	private static boolean topicsStand(int brokerPort) {
		try (Admin admin = admin(brokerPort)) {
			return admin.listTopics().names().get().contains("gendan.order");
		}
		catch (InterruptedException | ExecutionException ex) {
			return false;
		}
	}

	private static int members(int brokerPort) {
		try (Admin admin = admin(brokerPort)) {
			return admin.describeConsumerGroups(List.of("review-service"))
				.all()
				.get()
				.get("review-service")
				.members()
				.size();
		}
		catch (InterruptedException | ExecutionException ex) {
			return -1;
		}
	}

	private static Admin admin(int brokerPort) {
		return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + brokerPort));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
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
