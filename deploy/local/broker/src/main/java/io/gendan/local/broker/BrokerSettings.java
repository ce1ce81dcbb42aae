package io.gendan.local.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * What a broker needs to know when it is broker, controller and whole cluster in one:
 * single copies, few threads, little memory, nothing deleted.
 */
final class BrokerSettings {

	static final int NODE_ID = 1;

	private BrokerSettings() {
	}

	static Properties of(Path logDirectory, int port, int controllerPort, Map<String, String> overrides) {
		var settings = new Properties();
		settings.putAll(addresses(logDirectory, port, controllerPort));
		settings.putAll(singleCopies());
		settings.putAll(smallMachine());
		settings.putAll(overrides);
		return settings;
	}

	private static Map<String, String> addresses(Path logDirectory, int port, int controllerPort) {
		return Map.of("node.id", String.valueOf(NODE_ID), "process.roles", "broker,controller", "log.dirs",
				logDirectory.toString(), "listeners",
				"PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort),
				"advertised.listeners", "PLAINTEXT://127.0.0.1:" + port, "listener.security.protocol.map",
				"PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT", "inter.broker.listener.name", "PLAINTEXT",
				"controller.listener.names", "CONTROLLER", "controller.quorum.voters",
				NODE_ID + "@127.0.0.1:" + controllerPort);
	}

	private static Map<String, String> singleCopies() {
		return Map.of("default.replication.factor", "1", "min.insync.replicas", "1", "offsets.topic.replication.factor",
				"1", "offsets.topic.num.partitions", "3", "transaction.state.log.replication.factor", "1",
				"transaction.state.log.min.isr", "1", "transaction.state.log.num.partitions", "3",
				"share.coordinator.state.topic.replication.factor", "1", "share.coordinator.state.topic.min.isr", "1",
				"share.coordinator.state.topic.num.partitions", "1");
	}

	private static Map<String, String> smallMachine() {
		return Map.ofEntries(Map.entry("auto.create.topics.enable", "false"), Map.entry("log.retention.ms", "-1"),
				Map.entry("log.retention.bytes", "-1"), Map.entry("log.segment.bytes", "134217728"),
				// Pre-allocated per partition segment; the default of 10 MB is for a
				// server's disk.
				Map.entry("log.index.size.max.bytes", "2097152"), Map.entry("group.initial.rebalance.delay.ms", "0"),
				Map.entry("group.min.session.timeout.ms", "1000"), Map.entry("num.network.threads", "2"),
				Map.entry("num.io.threads", "3"), Map.entry("background.threads", "2"),
				Map.entry("num.recovery.threads.per.data.dir", "2"),
				Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
				Map.entry("log.cleaner.io.buffer.size", "262144"), Map.entry("log.cleaner.backoff.ms", "60000"),
				// The controller writes a no-op record this often; half a second keeps an
				// idle laptop awake.
				Map.entry("metadata.max.idle.interval.ms", "10000"), Map.entry("controlled.shutdown.max.retries", "1"));
	}

}
