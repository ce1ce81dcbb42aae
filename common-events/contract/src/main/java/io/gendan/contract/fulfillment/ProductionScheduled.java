package io.gendan.contract.fulfillment;

import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.EventType;

/**
 * Production of what is missing is planned (FUL-2).
 *
 * @param order order number
 * @param lines what is produced
 * @param expectedCompletion when it should be ready
 */
@EventType("io.gendan.fulfillment.ProductionScheduled.v1")
public record ProductionScheduled(String order, List<StockLine> lines,
		LocalDate expectedCompletion) implements FulfillmentEvent {

	public ProductionScheduled {
		lines = List.copyOf(lines);
	}

}
