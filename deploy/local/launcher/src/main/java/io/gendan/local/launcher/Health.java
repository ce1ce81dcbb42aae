package io.gendan.local.launcher;

/** Says whether a program of a system does its work. */
final class Health {

	private static final String READINESS = "/actuator/health/readiness";

	private final Place place;

	Health(Place place) {
		this.place = place;
	}

	boolean up(Program program) {
		Ports ports = this.place.ports();
		return switch (program.kind()) {
			case BROKER -> Probe.kafka(new HostPort("127.0.0.1", ports.broker()));
			case STORE -> Probe.mongo(new HostPort("127.0.0.1", ports.store()));
			case EDGE, SERVICE -> Probe.http(ports.management(program), READINESS);
		};
	}

}
