package io.gendan.contract.fulfillment;

import io.gendan.contract.EventType;

/**
 * The goods have passed the check of quantity, quality and packaging (FUL-4).
 *
 * @param order order number
 * @param attempt 1 for the first check
 * @param inspector who checked
 */
@EventType("io.gendan.fulfillment.QualityPassed.v1")
public record QualityPassed(String order, int attempt, String inspector) implements FulfillmentEvent {

}
