package io.gendan.contract.logistics;

import java.time.Instant;
import java.time.LocalDate;

import io.gendan.contract.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The goods have left (LOG-3).
 *
 * @param order order number
 * @param waybill waybill number
 * @param carrier carrier code
 * @param expectedArrival expected arrival
 * @param parcels number of parcels
 * @param at when they left; missing in events of an older version
 */
@EventType("io.gendan.logistics.GoodsShipped.v1")
public record GoodsShipped(String order, String waybill, String carrier, LocalDate expectedArrival, int parcels,
		@Nullable Instant at) implements LogisticsEvent {

}
