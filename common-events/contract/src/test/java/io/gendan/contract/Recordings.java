package io.gendan.contract;

import java.time.Instant;
import java.util.Locale;

import io.gendan.contract.approval.ContractFiles;
import org.jspecify.annotations.Nullable;

/** Samples as they would stand on a topic, hash and all. */
public final class Recordings {

	private static final String ORDER = "SO-20261124-0007";

	private Recordings() {
	}

	/** An event with every attribute. */
	public static RecordedEvent full() {
		return of("io.gendan.order.OrderPlaced.v1");
	}

	/** An event with the required attributes alone. */
	public static RecordedEvent sparse() {
		Envelope full = full().envelope();
		return sealed(
				new Envelope(full.id(), full.type(), full.source(), full.subject(), full.time(), full.sequence(),
						full.clock(), null, full.correlationId(), full.actor(), full.prevHash(), "", null),
				full().data());
	}

	/** The approved sample of a type, with all fields, as event 1 of its service. */
	static RecordedEvent of(String type) {
		return of(type, ContractFiles.json(ContractFiles.sample(type)).toString(), null);
	}

	/**
	 * Any data under any type, after another event of the same service or as its first.
	 */
	static RecordedEvent of(String type, String data, @Nullable RecordedEvent before) {
		Service service = Service.valueOf(type.split("\\.")[2].toUpperCase(Locale.ROOT));
		long sequence = (before != null) ? before.envelope().sequence() + 1 : 1;
		return sealed(new Envelope(Envelope.id(service, ORDER, sequence), type, service, ORDER,
				Instant.parse("2026-11-24T01:15:02.250Z").plusSeconds(sequence), sequence, sequence + 3,
				"order:" + ORDER + ":1", ORDER, new Actor("salesperson", "li.na"),
				(before != null) ? before.envelope().hash() : HashChain.GENESIS, "",
				"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), data);
	}

	static RecordedEvent sealed(Envelope open, String data) {
		return new RecordedEvent(new Envelope(open.id(), open.type(), open.source(), open.subject(), open.time(),
				open.sequence(), open.clock(), open.causationId(), open.correlationId(), open.actor(), open.prevHash(),
				HashChain.hash(open, data), open.traceparent()), data);
	}

}
