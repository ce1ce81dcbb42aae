package io.gendan.logistics.carrier;

import io.gendan.logistics.Quote;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier has agreed to.
 *
 * @param quote its offer, null for the chosen carrier and when there is none
 * @param waybill waybill number
 */
record Booked(@Nullable Quote quote, String waybill) {
}
