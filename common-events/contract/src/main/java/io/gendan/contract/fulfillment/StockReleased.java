package io.gendan.contract.fulfillment;

import java.util.List;

import io.gendan.contract.EventType;

/**
 * What was set aside for a cancelled order is free again (FUL-7).
 *
 * @param order order number
 * @param lines what is free again, empty when nothing was set aside
 */
@EventType("io.gendan.fulfillment.StockReleased.v1")
public record StockReleased(String order, List<StockLine> lines) implements FulfillmentEvent {

	public StockReleased {
		lines = List.copyOf(lines);
	}

}
