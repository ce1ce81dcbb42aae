package io.gendan.local.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker (KRaft, broker and controller in one) on the loopback address. The
 * data directory is formatted on the first start and kept between runs; nothing in it
 * ever expires. Topics are not created by themselves.
 */
public final class LocalBroker implements AutoCloseable {

	private static final String CONTROLLER_LISTENER = "CONTROLLER";

	private final KafkaRaftServer server;

	private final int port;

	private LocalBroker(KafkaRaftServer server, int port) {
		this.server = server;
		this.port = port;
	}

	/**
	 * Starts a broker and returns once it accepts clients.
	 * @param dataDirectory where the topics live; created when missing
	 * @param port the TCP port on 127.0.0.1, or 0 for a free one
	 * @return the running broker
	 * @throws UncheckedIOException if the directory cannot be used
	 */
	public static LocalBroker start(Path dataDirectory, int port) {
		return start(dataDirectory, port, Map.of());
	}

	/**
	 * Starts a broker with settings of its own.
	 * @param dataDirectory where the topics live; created when missing
	 * @param port the TCP port on 127.0.0.1, or 0 for a free one
	 * @param overrides broker settings by Kafka's own names; they win over the defaults
	 * @return the running broker
	 * @throws UncheckedIOException if the directory cannot be used
	 */
	public static LocalBroker start(Path dataDirectory, int port, Map<String, String> overrides) {
		var free = FreePorts.choose();
		var chosenPort = (port == 0) ? free.broker() : port;
		var logDirectory = dataDirectory.toAbsolutePath().normalize();
		formatOnce(logDirectory);
		var config = KafkaConfig.fromProps(BrokerSettings.of(logDirectory, chosenPort, free.controller(), overrides),
				false);
		var server = new KafkaRaftServer(config, Time.SYSTEM);
		server.startup();
		return new LocalBroker(server, chosenPort);
	}

	/**
	 * Returns the address clients connect to.
	 * @return host and port, as in {@code 127.0.0.1:9092}
	 */
	public String bootstrapServers() {
		return "127.0.0.1:" + this.port;
	}

	/** Stops the broker in order and waits until its files are closed. */
	@Override
	public void close() {
		this.server.shutdown();
		this.server.awaitShutdown();
	}

	private static void formatOnce(Path logDirectory) {
		if (Files.exists(logDirectory.resolve("meta.properties"))) {
			return;
		}
		try {
			Files.createDirectories(logDirectory);
			new Formatter()
				.setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
				.setNodeId(BrokerSettings.NODE_ID)
				.setClusterId(Uuid.randomUuid().toString())
				.addDirectory(logDirectory.toString())
				.setMetadataLogDirectory(logDirectory.toString())
				.setControllerListenerName(CONTROLLER_LISTENER)
				.setReleaseVersion(MetadataVersion.latestProduction())
				.setIgnoreFormatted(true)
				.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (Exception ex) {
			throw new IllegalStateException("cannot format " + logDirectory, ex);
		}
	}

}
