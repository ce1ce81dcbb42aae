package io.gendan.contract.logistics;

import java.time.Instant;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The goods are to leave: transport is being booked with the carrier (LOG-3).
 *
 * @param order order number
 * @param attempt 1 for the first order of transport, one more for each that follows
 * @param carrier carrier code
 * @param reason why another carrier than the chosen one
 * @param waybill waybill number, when it was booked by hand
 * @param bookUntil until when the carrier is tried
 */
@EventType("io.gendan.logistics.TransportOrdered.v1")
public record TransportOrdered(String order, int attempt, String carrier, @Nullable Personal reason,
		@Nullable String waybill, Instant bookUntil) implements LogisticsEvent {

}
