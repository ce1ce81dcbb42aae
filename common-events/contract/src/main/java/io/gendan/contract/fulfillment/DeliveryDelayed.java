package io.gendan.contract.fulfillment;

import java.time.LocalDate;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;

/**
 * The forecast lies after the promise (FUL-3).
 *
 * @param order order number
 * @param promised promised date
 * @param expected forecast
 * @param reason why
 */
@EventType("io.gendan.fulfillment.DeliveryDelayed.v1")
public record DeliveryDelayed(String order, LocalDate promised, LocalDate expected,
		Personal reason) implements FulfillmentEvent {

}
