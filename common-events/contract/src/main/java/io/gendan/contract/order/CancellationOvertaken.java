package io.gendan.contract.order;

import io.gendan.contract.EventType;

/**
 * The goods left before the cancellation took effect: the order goes on, and goods come
 * back only by a return (ORD-11).
 *
 * @param order order number
 * @param attempt which request came too late
 */
@EventType("io.gendan.order.CancellationOvertaken.v1")
public record CancellationOvertaken(String order, int attempt) implements OrderEvent {

}
