package io.gendan.contract.aftersales;

import java.time.Instant;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The customer has accepted the goods (AFT-1).
 *
 * @param order order number
 * @param acceptedBy who accepted for the customer
 * @param remarks what was said
 * @param serviceUntil end of the service window (AFT-7)
 */
@EventType("io.gendan.aftersales.GoodsAccepted.v1")
public record GoodsAccepted(String order, Personal acceptedBy, @Nullable Personal remarks,
		Instant serviceUntil) implements AftersalesEvent {

}
