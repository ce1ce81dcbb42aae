package io.gendan.messaging.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.gendan.contract.Envelope;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.messaging.budget.Weight;
import io.gendan.messaging.ledger.Parked;

/** The events of one order that wait for their predecessors. */
final class WaitingEvents {

	/** The document of an order must stay far below the 16 MB it may have. */
	private static final long MOST_BYTES = 1024 * 1024;

	private final List<Parked> parked;

	WaitingEvents(List<Parked> parked) {
		this.parked = new ArrayList<>(parked);
	}

	/**
	 * What waits with the number of an event.
	 * @param envelope the event
	 * @return the event itself or another one, or empty if none waits there
	 */
	Optional<Envelope> like(Envelope envelope) {
		return this.parked.stream()
			.map((waits) -> waits.event().envelope())
			.filter((waits) -> waits.id().equals(envelope.id()))
			.findFirst();
	}

	/**
	 * Lets an event wait.
	 * @param event the event
	 * @param now when it came
	 * @return false if too much waits here already
	 */
	boolean add(RecordedEvent event, Instant now) {
		long bytes = this.parked.stream().mapToLong((waits) -> Weight.of(waits.event())).sum();
		return bytes + Weight.of(event) <= MOST_BYTES && this.parked.add(new Parked(event, now, false));
	}

	/**
	 * The first of a service.
	 * @param source the service
	 * @return that with the lowest sequence, or empty if none waits
	 */
	Optional<Parked> first(Service source) {
		return this.parked.stream()
			.filter((waits) -> waits.event().envelope().source() == source)
			.min(Comparator.comparingLong((waits) -> waits.event().envelope().sequence()));
	}

	/**
	 * Those that come first, one per service.
	 * @return those of which nobody has been told
	 */
	List<Parked> untold() {
		return this.parked.stream()
			.map((waits) -> waits.event().envelope().source())
			.distinct()
			.flatMap((source) -> first(source).stream())
			.filter((waits) -> !waits.told())
			.toList();
	}

	/**
	 * Takes down that a person has been told.
	 * @param event an event that waits
	 */
	void told(RecordedEvent event) {
		this.parked.replaceAll((waits) -> waits.event().equals(event) ? new Parked(event, waits.since(), true) : waits);
	}

	void remove(Predicate<Envelope> gone) {
		this.parked.removeIf((waits) -> gone.test(waits.event().envelope()));
	}

	List<Parked> all() {
		return this.parked;
	}

}
