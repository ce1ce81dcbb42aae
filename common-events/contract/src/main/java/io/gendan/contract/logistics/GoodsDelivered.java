package io.gendan.contract.logistics;

import java.time.Instant;
import java.util.List;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;

/**
 * Delivered and signed for (LOG-6).
 *
 * @param order order number
 * @param waybill waybill number
 * @param signedBy who signed
 * @param at when
 * @param condition condition on arrival
 * @param differences what differs from the order, empty when all is right
 */
@EventType("io.gendan.logistics.GoodsDelivered.v1")
public record GoodsDelivered(String order, String waybill, Personal signedBy, Instant at, GoodsCondition condition,
		List<Difference> differences) implements LogisticsEvent {

	public GoodsDelivered {
		differences = List.copyOf(differences);
	}

}
