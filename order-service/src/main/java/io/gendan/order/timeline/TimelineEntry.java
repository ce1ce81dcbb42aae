package io.gendan.order.timeline;

import java.time.Instant;
import java.util.Comparator;

import io.gendan.contract.Envelope;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
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

	private static final String SEPARATOR = "\037";

	private static final int PARTS = 8;

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

	/**
	 * Reads what {@link #line()} wrote.
	 * @param order order number
	 * @param line the line
	 * @return the entry
	 */
	static TimelineEntry of(String order, String line) {
		String[] parts = line.split(SEPARATOR, PARTS);
		Service service = Service.valueOf(parts[1]);
		long sequence = Long.parseLong(parts[2]);
		return new TimelineEntry(Envelope.id(service, order, sequence), parts[3], service, Instant.parse(parts[4]),
				parts[5], Long.parseLong(parts[0]), sequence, parts[6].isEmpty() ? null : parts[6], parts[7]);
	}

	/**
	 * The entry as one text. A timeline is read and written whole, so the store need not
	 * know its parts, and one text costs it far less than a document with nine fields.
	 * @return the parts, the payload last
	 */
	String line() {
		return String.join(SEPARATOR, Long.toString(this.clock), this.service.name(), Long.toString(this.sequence),
				plain(this.type), this.time.toString(), plain(this.actor),
				(this.causationId != null) ? plain(this.causationId) : "", this.data);
	}

	private static String plain(String part) {
		return part.replace(SEPARATOR, " ");
	}

	/**
	 * What tells this event from all others of the order. Of the few there are, each is
	 * one text in memory, however many orders have it.
	 * @return service and sequence
	 */
	String mark() {
		return (this.service.label() + ":" + this.sequence).intern();
	}

}
