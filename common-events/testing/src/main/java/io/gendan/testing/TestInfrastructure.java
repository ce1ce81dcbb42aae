package io.gendan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.gendan.local.broker.LocalBroker;
import io.gendan.local.store.LocalStore;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Broker and store, started once for a test JVM; every application context gets a
 * database of its own.
 */
public final class TestInfrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Pattern STORE = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)/?(?:\\?(.*))?");

	/**
	 * The broker of this test JVM.
	 * @return bootstrap servers
	 */
	public static String bootstrapServers() {
		return Broker.SERVERS;
	}

	/**
	 * A new, empty database.
	 * @return its connection string
	 */
	public static String newDatabase() {
		return database(Store.URI, "test-" + UUID.randomUUID());
	}

	/**
	 * The store of this test JVM: the embedded one, a container, or the one that
	 * {@code -Dgendan.test.store-uri} names, on which databases named {@code test-} and a
	 * random number stay behind.
	 * @return connection string without a database
	 */
	public static String store() {
		return Store.URI;
	}

	/**
	 * The options of the address stay what they are; its user is known to all databases.
	 */
	static String database(String store, String name) {
		Matcher address = STORE.matcher(store);
		if (!address.matches()) {
			throw new IllegalArgumentException(
					"gendan.test.store-uri must be mongodb://[USER:PASSWORD@]HOST:PORT[/][?OPTIONS], without a database");
		}
		String options = Objects.requireNonNullElse(address.group(2), "");
		if (address.group(1).contains("@") && !options.contains("authSource=")) {
			options += (options.isEmpty() ? "" : "&") + "authSource=admin";
		}
		return address.group(1) + "/" + name + (options.isEmpty() ? "" : "?" + options);
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues
			.of("spring.kafka.bootstrap-servers=" + bootstrapServers(), "spring.mongodb.uri=" + newDatabase(),
					"gendan.topics.partitions=2", "gendan.topics.replicas=1", "gendan.topics.min-in-sync-replicas=1",
					"gendan.privacy.house-keys=classpath:/io/gendan/testing/house-keys.json")
			.applyTo(context);
	}

	private static boolean containers() {
		return Boolean.getBoolean("gendan.test.containers");
	}

	private static final class Broker {

		private static final String SERVERS = start();

		private static String start() {
			if (containers()) {
				@SuppressWarnings("resource")
				KafkaContainer container = new KafkaContainer(
						DockerImageName.parse(System.getProperty("gendan.test.kafka-image", "apache/kafka:4.2.0"))
							.asCompatibleSubstituteFor("apache/kafka"));
				container.start();
				return container.getBootstrapServers();
			}
			try {
				LocalBroker broker = LocalBroker.start(Files.createTempDirectory("gendan-test-broker"), 0);
				Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
				return broker.bootstrapServers();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	private static final class Store {

		private static final String URI = start();

		private static String start() {
			String given = System.getProperty("gendan.test.store-uri", "");
			if (!given.isBlank()) {
				return given;
			}
			if (containers() && !Boolean.getBoolean("gendan.test.embedded-store")) {
				@SuppressWarnings("resource")
				MongoDBContainer container = new MongoDBContainer(
						DockerImageName.parse(System.getProperty("gendan.test.mongo-image", "mongo:8"))
							.asCompatibleSubstituteFor("mongo"));
				container.start();
				return container.getConnectionString();
			}
			LocalStore store = LocalStore.inMemory(0);
			Runtime.getRuntime().addShutdownHook(new Thread(store::close));
			return store.uri();
		}

	}

}
