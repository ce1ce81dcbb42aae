package io.gendan.fulfillment.rest;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A correction of the count of an item.
 *
 * @param item stock code
 * @param reference its number; the same number takes effect once
 * @param quantity what is more than was counted, negative for what is less
 * @param reason why
 */
record CorrectionRequest(@Nullable String item, @Nullable String reference, @Nullable BigDecimal quantity,
		@Nullable String reason) {
}
