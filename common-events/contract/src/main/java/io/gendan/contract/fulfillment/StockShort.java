package io.gendan.contract.fulfillment;

import java.util.List;

import io.gendan.contract.EventType;

/**
 * Stock does not cover the order (FUL-1, FUL-2).
 *
 * @param order order number
 * @param lines what is missing, only short lines
 */
@EventType("io.gendan.fulfillment.StockShort.v1")
public record StockShort(String order, List<ShortLine> lines) implements FulfillmentEvent {

	public StockShort {
		lines = List.copyOf(lines);
	}

}
