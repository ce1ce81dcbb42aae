package io.gendan.contract.order;

import io.gendan.contract.EventType;

/**
 * The order has been cancelled; every stage undoes its part (ORD-11).
 *
 * @param order order number
 * @param cancelledBy who cancelled
 * @param reason why
 */
@EventType("io.gendan.order.OrderCancelled.v1")
public record OrderCancelled(String order, String cancelledBy, String reason) implements OrderEvent {

}
