package io.gendan.contract.logistics;

import java.time.LocalDate;

import io.gendan.contract.EventType;

/**
 * The goods have left (LOG-3).
 *
 * @param order order number
 * @param waybill waybill number
 * @param carrier carrier code
 * @param expectedArrival expected arrival
 * @param parcels number of parcels
 */
@EventType("io.gendan.logistics.GoodsShipped.v1")
public record GoodsShipped(String order, String waybill, String carrier, LocalDate expectedArrival,
		int parcels) implements LogisticsEvent {

}
