package io.gendan.review.rest;

import java.util.List;

import io.gendan.review.ReviewCommand;
import io.gendan.review.ReviewCommand.RequestedCorrection;
import org.jspecify.annotations.Nullable;

/**
 * A return for correction.
 *
 * @param corrections what to correct, at least one
 */
record ReturnRequest(@Nullable List<@Nullable RequestedCorrection> corrections) {

	ReviewCommand command() {
		return new ReviewCommand.ReturnForCorrection(this.corrections);
	}

}
