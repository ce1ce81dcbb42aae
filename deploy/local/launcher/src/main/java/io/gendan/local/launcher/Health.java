package io.gendan.local.launcher;

/** Says whether a program of a system does its work. */
final class Health {

	private static final String READINESS = "/actuator/health/readiness";

	private final Place place;

	Health(Place place) {
		this.place = place;
	}

	boolean up(Program program) {
		int port = this.place.ports().of(program);
		return switch (program.kind()) {
			case BROKER -> Probe.kafka(new HostPort("127.0.0.1", port));
			case STORE -> Probe.mongo(new HostPort("127.0.0.1", port));
			case EDGE, SERVICE -> Probe.http(port, READINESS);
		};
	}

}
