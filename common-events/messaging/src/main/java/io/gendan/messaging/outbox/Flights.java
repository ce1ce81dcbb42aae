package io.gendan.messaging.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.gendan.messaging.ledger.LedgerStores;
import io.gendan.messaging.ledger.PublishedMark;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The orders with events under way, until it stands in the store that all have left. */
final class Flights {

	private static final Logger log = LoggerFactory.getLogger(Flights.class);

	private final LedgerStores store;

	private final Consumer<PublishedMark> marked;

	private final ConcurrentMap<String, Flight> flights = new ConcurrentHashMap<>();

	/**
	 * No order is under way.
	 * @param store the ledgers
	 * @param marked told of every mark
	 */
	Flights(LedgerStores store, Consumer<PublishedMark> marked) {
		this.store = store;
		this.marked = marked;
	}

	@Nullable Flight get(String order) {
		return this.flights.get(order);
	}

	/**
	 * Changes the flight of an order in one step, so that no mark takes it away in
	 * between.
	 * @param order order number
	 * @param change makes of the flight, null if there is none, the one that is there
	 * afterwards, null for none
	 */
	void change(String order, UnaryOperator<@Nullable Flight> change) {
		this.flights.compute(order, (key, before) -> change.apply(before));
	}

	boolean none() {
		return this.flights.isEmpty();
	}

	int incomplete() {
		return (int) this.flights.values().stream().filter((flight) -> !flight.complete()).count();
	}

	/**
	 * How long the oldest event has been waiting for its acknowledgement.
	 * @return nanoseconds
	 */
	long age() {
		return this.flights.values().stream().mapToLong(Flight::age).max().orElse(0);
	}

	/** Marks in the store what has left, and forgets what is marked or has failed. */
	void mark() {
		List<PublishedMark> marks = new ArrayList<>();
		Map<String, Flight> over = new HashMap<>();
		this.flights.forEach((order, flight) -> {
			if (flight.over()) {
				over.put(order, flight);
			}
			else if (flight.settled()) {
				this.flights.computeIfPresent(order, (key, same) -> same.settled() ? null : same);
			}
			else if (flight.complete()) {
				marks.add(flight.mark(order));
			}
		});
		if (marks.isEmpty() && over.isEmpty()) {
			return;
		}
		try {
			this.store.markParts(parts(over));
			Set<String> failed = this.store.markPublished(marks);
			marks.stream().filter((mark) -> !failed.contains(mark.order())).forEach((mark) -> {
				this.marked.accept(mark);
				settle(mark);
			});
			if (!failed.isEmpty()) {
				log.warn("The store does not take the marks of {} orders; tried again", failed.size());
			}
		}
		catch (RuntimeException ex) {
			log.warn("{} orders could not be marked as published; tried again", marks.size(), ex);
		}
		// Only now: a sweep in between would send again what is just being marked.
		over.forEach(this.flights::remove);
	}

	private static List<PublishedMark> parts(Map<String, Flight> over) {
		List<PublishedMark> parts = new ArrayList<>();
		over.forEach((order, flight) -> {
			if (flight.acknowledged().sequence() > 0) {
				parts.add(flight.mark(order));
			}
		});
		return parts;
	}

	/**
	 * A marked flight is remembered for one more round: a decision that read the ledger
	 * before the mark must not send the same events again.
	 */
	private void settle(PublishedMark mark) {
		Flight flight = this.flights.get(mark.order());
		if (flight != null) {
			flight.settle(mark.version());
		}
	}

}
