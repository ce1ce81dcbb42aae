package io.gendan.contract.fulfillment;

import java.util.List;

import io.gendan.contract.EventType;

/**
 * What was found lost or damaged when the order was cancelled; it does not go back to
 * stock (FUL-7).
 *
 * @param order order number
 * @param lines what is written off, at least one
 */
@EventType("io.gendan.fulfillment.StockWrittenOff.v1")
public record StockWrittenOff(String order, List<UnfitLine> lines) implements FulfillmentEvent {

	public StockWrittenOff {
		lines = List.copyOf(lines);
	}

}
