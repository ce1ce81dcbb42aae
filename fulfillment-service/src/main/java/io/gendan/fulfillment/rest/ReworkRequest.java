package io.gendan.fulfillment.rest;

import io.gendan.fulfillment.FulfillmentCommand.Rework;
import org.jspecify.annotations.Nullable;

/**
 * That defects are mended.
 *
 * @param remarks what was done
 */
record ReworkRequest(@Nullable String remarks) {

	Rework command() {
		return new Rework(this.remarks);
	}

}
