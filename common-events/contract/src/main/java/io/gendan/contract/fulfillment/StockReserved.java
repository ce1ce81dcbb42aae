package io.gendan.contract.fulfillment;

import java.util.List;

import io.gendan.contract.EventType;

/**
 * Goods for every line are set aside for this order (FUL-1).
 *
 * @param order order number
 * @param lines what is reserved
 */
@EventType("io.gendan.fulfillment.StockReserved.v1")
public record StockReserved(String order, List<StockLine> lines) implements FulfillmentEvent {

	public StockReserved {
		lines = List.copyOf(lines);
	}

}
