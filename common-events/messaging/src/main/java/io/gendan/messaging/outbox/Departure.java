package io.gendan.messaging.outbox;

import java.util.List;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.budget.Weight;

/**
 * Events of one order that wait to be sent.
 *
 * @param order order number
 * @param flight how far the order has come
 * @param partition whose room in the hold they take
 * @param events the events, in sequence
 */
record Departure(String order, Flight flight, int partition, List<RecordedEvent> events) {

	static long weight(List<RecordedEvent> events) {
		return events.stream().mapToLong(Weight::of).sum();
	}

}
