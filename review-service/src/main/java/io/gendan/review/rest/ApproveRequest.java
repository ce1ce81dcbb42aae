package io.gendan.review.rest;

import io.gendan.review.ReviewCommand;
import org.jspecify.annotations.Nullable;

/**
 * An approval.
 *
 * @param remarks free text, may be left out
 */
record ApproveRequest(@Nullable String remarks) {

	ReviewCommand command() {
		return new ReviewCommand.Approve(this.remarks);
	}

}
