package io.gendan.logistics;

import io.gendan.contract.Money;
import io.gendan.contract.order.DeliveryMethod;

/**
 * What a carrier offers for one shipment (LOG-2).
 *
 * @param carrier carrier code
 * @param method how the goods would travel
 * @param cost what it costs
 * @param transitDays transit time in days, zero or more
 */
public record Quote(String carrier, DeliveryMethod method, Money cost, int transitDays) {
}
