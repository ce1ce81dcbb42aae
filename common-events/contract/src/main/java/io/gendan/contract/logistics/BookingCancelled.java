package io.gendan.contract.logistics;

import io.gendan.contract.EventType;

/**
 * A booking that is not used has been cancelled with the carrier (LOG-3).
 *
 * @param order order number
 * @param attempt which order of transport it belonged to
 * @param carrier carrier code
 */
@EventType("io.gendan.logistics.BookingCancelled.v1")
public record BookingCancelled(String order, int attempt, String carrier) implements LogisticsEvent {

}
