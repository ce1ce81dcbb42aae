package io.gendan.contract.logistics;

import io.gendan.contract.EventType;

/**
 * Goods that could not be delivered are back; they may be sent again, or the order given
 * up (LOG-5).
 *
 * @param order order number
 * @param waybill waybill number of the journey that has ended
 * @param reason why they came back
 */
@EventType("io.gendan.logistics.GoodsReturned.v1")
public record GoodsReturned(String order, String waybill, String reason) implements LogisticsEvent {

}
