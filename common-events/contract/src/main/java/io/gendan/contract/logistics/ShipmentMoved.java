package io.gendan.contract.logistics;

import java.time.Instant;
import java.time.LocalDate;

import io.gendan.contract.EventType;

/**
 * The carrier has reported status and place (LOG-4).
 *
 * @param order order number
 * @param waybill waybill number
 * @param trackingId the carrier's id of this report; duplicates are dropped by it
 * @param status carrier status
 * @param place where
 * @param at when, by the carrier
 * @param expectedArrival expected arrival
 */
@EventType("io.gendan.logistics.ShipmentMoved.v1")
public record ShipmentMoved(String order, String waybill, String trackingId, String status, String place, Instant at,
		LocalDate expectedArrival) implements LogisticsEvent {

}
