package io.gendan.contract.fulfillment;

import io.gendan.contract.EventType;

/**
 * What was being made for a cancelled order is no longer wanted (FUL-7).
 *
 * @param order order number
 * @param percent how far it had come, 0 to 100
 */
@EventType("io.gendan.fulfillment.ProductionStopped.v1")
public record ProductionStopped(String order, int percent) implements FulfillmentEvent {

}
