package io.gendan.local.launcher;

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
	 * Where a service that has a management port of its own answers health and metrics.
	 * @param service a service
	 * @return its management port
	 */
	int management(Program service) {
		return of(service) + MANAGEMENT;
	}

	/**
	 * Whether nobody listens on any port of the block.
	 * @return true if a system can be started here
	 */
	boolean free() {
		return IntStream.rangeClosed(0, LAST).allMatch((offset) -> Port.free(this.edge + offset));
	}

}
