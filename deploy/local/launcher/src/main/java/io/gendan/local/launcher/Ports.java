package io.gendan.local.launcher;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which port belongs to which program.
 *
 * @param edge of the gateway; the services follow it one by one
 * @param broker of the broker
 * @param store of the store
 */
record Ports(int edge, int broker, int store) {

	private static final int MANAGEMENT = 20;

	private static final int LAST = 26;

	/** The ports people expect: 8080, 9092, 27017. */
	static final Ports USUAL = new Ports(8080, 9092, 27017);

	/**
	 * The ports of a system beside others.
	 * @param base its first port
	 * @return base for the gateway, the others behind it
	 */
	static Ports from(int base) {
		return new Ports(base, base + 12, base + 17);
	}

	/**
	 * Where a program listens.
	 * @param program one of all
	 * @return its port
	 */
	int of(Program program) {
		return switch (program.kind()) {
			case BROKER -> this.broker;
			case STORE -> this.store;
			case EDGE -> this.edge;
			case SERVICE -> this.edge + 1 + Program.SERVICES.indexOf(program);
		};
	}

	/**
	 * Where gateway and services answer health and metrics.
	 * @param program one that Spring Boot starts
	 * @return its management port
	 */
	int management(Program program) {
		return of(program) + MANAGEMENT;
	}

	/**
	 * Everywhere a program listens.
	 * @param program one of all
	 * @return its port, and its management port if it has one
	 */
	List<Integer> all(Program program) {
		return program.springBoot() ? List.of(of(program), management(program)) : List.of(of(program));
	}

	/**
	 * Whether nobody listens on any port of the block.
	 * @return true if a system can be started here
	 */
	boolean free() {
		return IntStream.rangeClosed(0, LAST).allMatch((offset) -> Port.free(this.edge + offset));
	}

}
