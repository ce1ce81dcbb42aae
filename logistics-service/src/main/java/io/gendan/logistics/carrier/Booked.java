package io.gendan.logistics.carrier;

import io.gendan.logistics.Quote;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier has agreed to.
 *
 * @param quote its offer, when it was not the chosen carrier, else null
 * @param waybill waybill number
 */
record Booked(@Nullable Quote quote, String waybill) {
}
