package io.gendan.contract.logistics;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A delivery attempt has failed (LOG-5).
 *
 * @param order order number
 * @param waybill waybill number
 * @param reason what happened
 * @param remarks details
 */
@EventType("io.gendan.logistics.DeliveryFailed.v1")
public record DeliveryFailed(String order, String waybill, FailureReason reason,
		@Nullable Personal remarks) implements LogisticsEvent {

}
