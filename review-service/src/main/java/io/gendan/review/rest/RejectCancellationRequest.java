package io.gendan.review.rest;

import io.gendan.review.ReviewCommand;
import org.jspecify.annotations.Nullable;

/**
 * A rejection of a cancellation.
 *
 * @param reason why, required
 */
record RejectCancellationRequest(@Nullable String reason) {

	ReviewCommand command() {
		return new ReviewCommand.RejectCancellation(this.reason);
	}

}
