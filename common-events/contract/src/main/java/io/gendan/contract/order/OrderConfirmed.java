package io.gendan.contract.order;

import java.time.LocalDate;

import io.gendan.contract.EventType;

/**
 * The customer has confirmed: the order is formal and frozen (ORD-9).
 *
 * @param order order number
 * @param confirmedBy who confirmed for the customer
 * @param promisedDelivery the original promise, against which on-time is measured
 * (ORD-12)
 */
@EventType("io.gendan.order.OrderConfirmed.v1")
public record OrderConfirmed(String order, String confirmedBy, LocalDate promisedDelivery) implements OrderEvent {

}
