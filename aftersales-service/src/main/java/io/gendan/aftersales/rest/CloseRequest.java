package io.gendan.aftersales.rest;

import io.gendan.aftersales.AftersalesCommand;
import org.jspecify.annotations.Nullable;

/**
 * A closing.
 *
 * @param reason why, required
 */
record CloseRequest(@Nullable String reason) {

	AftersalesCommand command() {
		return new AftersalesCommand.Close(this.reason);
	}

}
