package io.gendan.contract.logistics;

import io.gendan.contract.EventType;

/**
 * The carrier does not take the goods; another order of transport can follow (LOG-3).
 *
 * @param order order number
 * @param attempt which order of transport
 * @param carrier carrier code
 * @param reason whether it declines or does not answer
 */
@EventType("io.gendan.logistics.TransportRefused.v1")
public record TransportRefused(String order, int attempt, String carrier,
		BookingFailure reason) implements LogisticsEvent {

}
