package io.gendan.contract.logistics;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;

/**
 * Packed and released: a carrier is chosen (LOG-1, LOG-2).
 *
 * @param order order number
 * @param carrier carrier code
 * @param reason why this one
 * @param cost quoted cost
 * @param transitDays quoted transit time in days
 */
@EventType("io.gendan.logistics.CarrierChosen.v1")
public record CarrierChosen(String order, String carrier, String reason, Money cost,
		int transitDays) implements LogisticsEvent {

}
