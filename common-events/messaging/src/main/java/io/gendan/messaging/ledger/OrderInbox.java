package io.gendan.messaging.ledger;

import java.util.List;
import java.util.Map;

import io.gendan.contract.Service;

/**
 * How far an order has heard of other services.
 *
 * @param heads the last event taken of every other service
 * @param parked events that came before their predecessors and wait for them
 * @param discarded events that somebody has decided to pass over
 * @param passed the newest events that have had no effect here, by service
 */
public record OrderInbox(Map<Service, Head> heads, List<Parked> parked, List<Discarded> discarded,
		Map<Service, Passed> passed) {

	/** Nothing heard yet. */
	public static final OrderInbox EMPTY = new OrderInbox(Map.of(), List.of(), List.of(), Map.of());

	public OrderInbox {
		heads = Map.copyOf(heads);
		parked = List.copyOf(parked);
		discarded = List.copyOf(discarded);
		passed = Map.copyOf(passed);
	}

}
