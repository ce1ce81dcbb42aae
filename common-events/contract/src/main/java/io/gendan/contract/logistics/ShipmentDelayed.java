package io.gendan.contract.logistics;

import java.time.LocalDate;

import io.gendan.contract.EventType;

/**
 * The expected arrival has moved back (LOG-4, LOG-5).
 *
 * @param order order number
 * @param waybill waybill number
 * @param previous expected arrival before
 * @param expected expected arrival now
 * @param reason why
 */
@EventType("io.gendan.logistics.ShipmentDelayed.v1")
public record ShipmentDelayed(String order, String waybill, LocalDate previous, LocalDate expected,
		String reason) implements LogisticsEvent {

}
