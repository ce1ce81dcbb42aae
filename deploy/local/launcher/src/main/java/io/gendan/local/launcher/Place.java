package io.gendan.local.launcher;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One system on this machine: its folder, its ports, and what it borrows. Two can stand
 * beside each other.
 *
 * @param home folder of its data, run files and logs
 * @param ports its ports
 * @param kafka a broker that is already there, instead of one of its own
 * @param store a document store that is already there, instead of one of its own
 */
record Place(Path home, Ports ports, Optional<KafkaAddress> kafka, Optional<StoreAddress> store) {

	Path run() {
		return this.home.resolve("run");
	}

	Path data() {
		return this.home.resolve("data");
	}

	/**
	 * What its processes carry in their command line, to be found again by.
	 * @param program a program
	 * @return a JVM option that nothing reads
	 */
	String marker(Program program) {
		return "-Dgendan.process=" + program + "@" + this.home;
	}

	/**
	 * Whether a program is this system's own to start and stop.
	 * @param program a program
	 * @return false for a broker or a store that is already there
	 */
	boolean owns(Program program) {
		return switch (program.kind()) {
			case BROKER -> this.kafka.isEmpty();
			case STORE -> this.store.isEmpty();
			case EDGE, SERVICE -> true;
		};
	}

	String bootstrapServers() {
		return this.kafka.map(KafkaAddress::servers).orElse("127.0.0.1:" + this.ports.broker());
	}

	String database(Program service) {
		return this.store.orElse(new StoreAddress("mongodb://127.0.0.1:" + this.ports.store()))
			.database(service.name());
	}

}
