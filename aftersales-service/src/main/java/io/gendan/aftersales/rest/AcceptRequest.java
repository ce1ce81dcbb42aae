package io.gendan.aftersales.rest;

import io.gendan.aftersales.AftersalesCommand;
import org.jspecify.annotations.Nullable;

/**
 * An acceptance.
 *
 * @param remarks what was said, may be left out
 */
record AcceptRequest(@Nullable String remarks) {

	AftersalesCommand command() {
		return new AftersalesCommand.Accept(this.remarks);
	}

}
