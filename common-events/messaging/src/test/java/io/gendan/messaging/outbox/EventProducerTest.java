package io.gendan.messaging.outbox;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.gendan.local.broker.LocalBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A producer that can send nothing any more is replaced, and only such a one. */
class EventProducerTest {

	private static final Duration PATIENCE = Duration.ofMillis(100);

	private final List<MockProducer<String, byte[]>> made = new ArrayList<>();

	private final List<String> answers = new CopyOnWriteArrayList<>();

	@TempDir
	Path directory;

	@Test
	void aRightThatComesLateIsEnough() throws Exception {
		EventProducer producer = new EventProducer(this::make, PATIENCE);
		send(producer, "1");
		send(producer, "2");
		this.made.getFirst().errorNext(new ClusterAuthorizationException("no right yet"));
		assertThatThrownBy(() -> send(producer, "3")).hasRootCauseMessage("no right yet");
		producer.renewIfDead();
		assertThat(this.made).as("not made anew all the time").hasSize(1);
		Thread.sleep(PATIENCE);
		producer.renewIfDead();
		assertThat(this.made).hasSize(2);
		send(producer, "4");
		this.made.getLast().completeNext();
		assertThat(this.answers).containsExactly("1 failed", "2 failed", "4 sent");
	}

	@Test
	void whatFailsByItselfEndsNoProducer() throws Exception {
		EventProducer producer = new EventProducer(this::make, PATIENCE);
		send(producer, "1");
		send(producer, "2");
		this.made.getFirst().errorNext(new TimeoutException("planted"));
		Thread.sleep(PATIENCE);
		producer.renewIfDead();
		this.made.getFirst().completeNext();
		assertThat(this.made).hasSize(1);
		assertThat(this.answers).containsExactly("1 failed", "2 sent");
	}

	@Test
	void aProducerThatCannotBeMadeIsTriedAgain() throws Exception {
		EventProducer producer = new EventProducer(() -> {
			if (this.made.size() == 1) {
				Mock none = new Mock();
				none.close(Duration.ZERO);
				this.made.add(none);
				throw new IllegalStateException("planted");
			}
			return make();
		}, PATIENCE);
		send(producer, "1");
		this.made.getFirst().errorNext(new ClusterAuthorizationException("no right yet"));
		Thread.sleep(PATIENCE);
		producer.renewIfDead();
		assertThatThrownBy(() -> send(producer, "2")).hasRootCauseMessage("no right yet");
		Thread.sleep(PATIENCE);
		producer.renewIfDead();
		send(producer, "3");
		assertThat(this.made).hasSize(3);
	}

	/** The client itself tells nobody: it waits for its id for ever. */
	@Test
	void eventsLeaveOnceTheLoginIsPutRight() throws Exception {
		int port = freePort();
		int controller = freePort();
		LocalBroker broker = LocalBroker.start(this.directory, port, broker(port, controller, "another"));
		EventProducer producer = new EventProducer(() -> new KafkaProducer<>(client(port)), Duration.ofSeconds(2));
		// Meanwhile the producer has asked for its id, and was refused.
		Awaitility.await().untilAsserted(() -> {
			send(producer, "1");
			assertThat(this.answers).contains("1 failed");
		});
		broker.close();
		try (LocalBroker right = LocalBroker.start(this.directory, port, broker(port, controller, "right"));
				Admin admin = Admin.create(client(port))) {
			Awaitility.await()
				.ignoreExceptions()
				.until(() -> admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get() == null);
			Awaitility.await().pollInterval(Duration.ofMillis(500)).ignoreExceptions().untilAsserted(() -> {
				producer.renewIfDead();
				send(producer, "2");
				assertThat(this.answers).contains("2 sent");
			});
			producer.close(Duration.ofSeconds(1));
		}
	}

	private Producer<String, byte[]> make() {
		assertThat(this.made).as("no two at a time").allMatch(MockProducer::closed);
		Mock producer = new Mock();
		this.made.add(producer);
		return producer;
	}

	private void send(EventProducer producer, String id) {
		producer.send(new ProducerRecord<>("t", "k", new byte[1]),
				(metadata, failure) -> this.answers.add(id + ((failure == null) ? " sent" : " failed")));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static Map<String, Object> client(int port) {
		Map<String, Object> settings = new HashMap<>();
		settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port);
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2000);
		settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
		settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		settings.put("security.protocol", "SASL_PLAINTEXT");
		settings.put("sasl.mechanism", "PLAIN");
		settings.put("sasl.jaas.config", login("service", "right") + ";");
		return settings;
	}

	private static Map<String, String> broker(int port, int controller, String password) {
		Map<String, String> settings = new HashMap<>();
		settings.put("listener.security.protocol.map", "SASL:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
		settings.put("listeners", "SASL://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
		settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
		settings.put("advertised.listeners", "SASL://127.0.0.1:" + port);
		settings.put("inter.broker.listener.name", "SASL");
		settings.put("sasl.enabled.mechanisms", "PLAIN");
		settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
		settings.put("listener.name.sasl.plain.sasl.jaas.config",
				login("broker", "own") + " user_broker=\"own\" user_service=\"" + password + "\";");
		return settings;
	}

	private static String login(String user, String password) {
		return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
			.formatted(user, password);
	}

	/** What is under way fails when it is closed, as with the real one. */
	private static final class Mock extends MockProducer<String, byte[]> {

		Mock() {
			super(false, null, new StringSerializer(), new ByteArraySerializer());
		}

		@Override
		public void close(Duration timeout) {
			while (errorNext(new TimeoutException("closed"))) {
				// all of them
			}
			super.close(timeout);
		}

	}

}
