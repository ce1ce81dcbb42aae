package io.gendan.contract.logistics;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Goods that could not be delivered are back; once they are checked and packed they may
 * be sent again, or the order given up (LOG-5).
 *
 * @param order order number
 * @param waybill waybill number of the journey that has ended
 * @param reason why they came back
 * @param condition what they look like from outside; missing when nobody knows, and in
 * events of an older version
 */
@EventType("io.gendan.logistics.GoodsReturned.v1")
public record GoodsReturned(String order, String waybill, Personal reason,
		@Nullable GoodsCondition condition) implements LogisticsEvent {

}
