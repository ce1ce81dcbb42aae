package io.gendan.order.timeline;

import java.time.Instant;
import java.util.Comparator;

import io.gendan.contract.Envelope;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One event in the timeline of an order.
 *
 * @param id event id
 * @param type wire name with version
 * @param service the service it comes from
 * @param time when it happened
 * @param actor who did it, {@code role/id}
 * @param clock Lamport clock of the order
 * @param sequence sequence of the service
 * @param causationId what caused it
 * @param data payload, JSON as it came
 */
record TimelineEntry(String id, String type, Service service, Instant time, String actor, long clock, long sequence,
		@Nullable String causationId, String data) {

	/**
	 * Cause before effect. Events that do not depend on each other stand in the order of
	 * the services, so that everybody tells the same story.
	 */
	static final Comparator<TimelineEntry> CAUSAL = Comparator.comparingLong(TimelineEntry::clock)
		.thenComparing(TimelineEntry::service)
		.thenComparingLong(TimelineEntry::sequence);

	static TimelineEntry of(RecordedEvent event) {
		Envelope envelope = event.envelope();
		return new TimelineEntry(envelope.id(), envelope.type(), envelope.source(), envelope.time(),
				envelope.actor().toString(), envelope.clock(), envelope.sequence(), envelope.causationId(),
				event.data());
	}

	static TimelineEntry of(Document document) {
		return new TimelineEntry(document.getString("id"), document.getString("type"),
				Service.valueOf(document.getString("service")), Instant.parse(document.getString("time")),
				document.getString("actor"), document.getLong("clock"), document.getLong("sequence"),
				document.getString("causationId"), document.getString("data"));
	}

	Document document() {
		return new Document("id", this.id).append("type", this.type)
			.append("service", this.service.name())
			.append("time", this.time.toString())
			.append("actor", this.actor)
			.append("clock", this.clock)
			.append("sequence", this.sequence)
			.append("causationId", this.causationId)
			.append("data", this.data);
	}

	/** What tells this event from all others of the order. */
	String mark() {
		return this.service.label() + ":" + this.sequence;
	}

}
