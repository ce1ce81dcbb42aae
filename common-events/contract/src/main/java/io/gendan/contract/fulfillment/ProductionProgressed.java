package io.gendan.contract.fulfillment;

import java.time.LocalDate;

import io.gendan.contract.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Production has moved (FUL-2).
 *
 * @param order order number
 * @param percent 0 to 100; 100 means the goods are there
 * @param milestone what was reached
 * @param expectedCompletion current forecast
 */
@EventType("io.gendan.fulfillment.ProductionProgressed.v1")
public record ProductionProgressed(String order, int percent, @Nullable String milestone,
		LocalDate expectedCompletion) implements FulfillmentEvent {

}
