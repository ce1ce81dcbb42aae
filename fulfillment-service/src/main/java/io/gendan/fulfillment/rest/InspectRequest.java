package io.gendan.fulfillment.rest;

import java.util.List;

import io.gendan.fulfillment.FulfillmentCommand.Finding;
import io.gendan.fulfillment.FulfillmentCommand.InspectQuality;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a quality check.
 *
 * @param passed whether the goods are in order
 * @param defects what is wrong, if they are not
 */
record InspectRequest(@Nullable Boolean passed, @Nullable List<@Nullable Finding> defects) {

	InspectQuality command() {
		return new InspectQuality(this.passed, this.defects);
	}

}
