package io.gendan.messaging;

import java.time.Instant;

import io.gendan.contract.Envelope;
import io.gendan.contract.HashChain;
import io.gendan.contract.RecordedEvent;

/** Changes events and gives them the hash that fits, as a writer gone wrong would. */
final class Forgery {

	private Forgery() {
	}

	static RecordedEvent type(RecordedEvent event, String type) {
		Envelope e = event.envelope();
		return sealed(new Envelope(e.id(), type, e.source(), e.subject(), e.time(), e.sequence(), e.clock(),
				e.causationId(), e.correlationId(), e.actor(), e.prevHash(), "", e.traceparent()), event.data());
	}

	static RecordedEvent time(RecordedEvent event, Instant time) {
		Envelope e = event.envelope();
		return sealed(new Envelope(e.id(), e.type(), e.source(), e.subject(), time, e.sequence(), e.clock(),
				e.causationId(), e.correlationId(), e.actor(), e.prevHash(), "", e.traceparent()), event.data());
	}

	static RecordedEvent clock(RecordedEvent event, long clock) {
		Envelope e = event.envelope();
		return sealed(new Envelope(e.id(), e.type(), e.source(), e.subject(), e.time(), e.sequence(), clock,
				e.causationId(), e.correlationId(), e.actor(), e.prevHash(), "", e.traceparent()), event.data());
	}

	static RecordedEvent data(RecordedEvent event, String data) {
		return sealed(event.envelope(), data);
	}

	private static RecordedEvent sealed(Envelope e, String data) {
		return new RecordedEvent(new Envelope(e.id(), e.type(), e.source(), e.subject(), e.time(), e.sequence(),
				e.clock(), e.causationId(), e.correlationId(), e.actor(), e.prevHash(), HashChain.hash(e, data),
				e.traceparent()), data);
	}

}
