package io.gendan.local.launcher;

import java.util.List;
import java.util.stream.Stream;

/**
 * One program of the system.
 *
 * @param name such as {@code broker} or {@code order}
 * @param kind what it is to the others
 */
record Program(String name, Kind kind) {

	static final Program BROKER = new Program("broker", Kind.BROKER);

	static final Program STORE = new Program("store", Kind.STORE);

	static final Program EDGE = new Program("edge", Kind.EDGE);

	/** The six services; their place in this list decides their ports. */
	static final List<Program> SERVICES = Stream
		.of("order", "review", "fulfillment", "logistics", "billing", "aftersales")
		.map((name) -> new Program(name, Kind.SERVICE))
		.toList();

	/** Everything, in the order in which it is started. */
	static final List<Program> ALL = Stream.concat(Stream.of(BROKER, STORE, EDGE), SERVICES.stream()).toList();

	/**
	 * Where its sources are.
	 * @return folder below the root of the repository
	 */
	String module() {
		return is(Kind.SERVICE) ? this.name + "-service" : "deploy/local/" + this.name;
	}

	/**
	 * The sources that go into its jar beside its own.
	 * @return folders below the root of the repository
	 */
	List<String> ingredients() {
		return switch (this.kind) {
			case SERVICE -> List.of("common-events/contract", "common-events/stage", "common-events/webserver",
					"common-events/messaging");
			case EDGE -> List.of("common-events/webserver");
			default -> List.of();
		};
	}

	/**
	 * Whether Spring Boot starts it.
	 * @return false for broker and store, which are plain Java
	 */
	boolean springBoot() {
		return is(Kind.SERVICE) || is(Kind.EDGE);
	}

	boolean is(Kind wanted) {
		return this.kind == wanted;
	}

	@Override
	public String toString() {
		return this.name;
	}

	/** What a program is to the others. */
	enum Kind {

		/** Carries the events. */
		BROKER,
		/** Keeps the documents. */
		STORE,
		/** Gateway and identity provider. */
		EDGE,
		/** One stage of an order's life. */
		SERVICE

	}

}
