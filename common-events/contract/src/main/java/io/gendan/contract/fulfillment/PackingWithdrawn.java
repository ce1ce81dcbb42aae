package io.gendan.contract.fulfillment;

import io.gendan.contract.EventType;

/**
 * The parcels of a cancelled order do not leave: their goods go back to stock (FUL-7).
 *
 * @param order order number
 * @param parcels how many parcels are to be opened
 */
@EventType("io.gendan.fulfillment.PackingWithdrawn.v1")
public record PackingWithdrawn(String order, int parcels) implements FulfillmentEvent {

}
