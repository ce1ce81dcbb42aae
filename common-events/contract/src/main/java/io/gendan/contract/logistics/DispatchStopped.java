package io.gendan.contract.logistics;

import io.gendan.contract.EventType;

/**
 * Nothing is on its way and nothing will leave any more: the order can be cancelled
 * (ORD-11).
 *
 * @param order order number
 * @param attempt which request to cancel asked for it
 */
@EventType("io.gendan.logistics.DispatchStopped.v1")
public record DispatchStopped(String order, int attempt) implements LogisticsEvent {

}
