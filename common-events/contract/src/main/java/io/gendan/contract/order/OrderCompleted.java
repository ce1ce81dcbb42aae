package io.gendan.contract.order;

import java.time.LocalDate;

import io.gendan.contract.EventType;

/**
 * Goods accepted, money settled, no case open (ORD-20).
 *
 * @param order order number
 * @param promisedDelivery original promise
 * @param deliveredOn day of delivery
 * @param onTime whether delivered on or before the original promise
 */
@EventType("io.gendan.order.OrderCompleted.v1")
public record OrderCompleted(String order, LocalDate promisedDelivery, LocalDate deliveredOn,
		boolean onTime) implements OrderEvent {

}
