package io.gendan.review.rest;

import io.gendan.review.ReviewCommand;
import org.jspecify.annotations.Nullable;

/**
 * A rejection.
 *
 * @param reason why, required
 */
record RejectRequest(@Nullable String reason) {

	ReviewCommand command() {
		return new ReviewCommand.Reject(this.reason);
	}

}
