package io.gendan.contract.order;

import io.gendan.contract.EventType;

/**
 * The cancellation is approved: no goods may leave any more, unless they have left
 * already (ORD-11).
 *
 * @param order order number
 * @param attempt which request
 */
@EventType("io.gendan.order.StopOrdered.v1")
public record StopOrdered(String order, int attempt) implements OrderEvent {

}
