package io.gendan.review.rest;

import java.math.BigDecimal;

import io.gendan.review.ReviewCommand;
import org.jspecify.annotations.Nullable;

/**
 * An approval of a cancellation.
 *
 * @param remarks free text, may be left out
 * @param cost what giving the order up costs the company, in units of its currency, a
 * number or a decimal string; required once production has begun, unless the request has
 * told it
 */
record ApproveCancellationRequest(@Nullable String remarks, @Nullable BigDecimal cost) {

	ReviewCommand command() {
		return new ReviewCommand.ApproveCancellation(this.remarks, this.cost);
	}

}
