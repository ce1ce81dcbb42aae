package io.gendan.order.customer.rest;

import io.gendan.order.customer.CustomerCommand;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether business shall be done with a customer.
 *
 * @param standing good, on hold or blocked
 * @param reason required
 */
record StandingRequest(@Schema(allowableValues = {
		"GOOD", "ON_HOLD", "BLOCKED" }) @Nullable String standing, @Nullable String reason){

	CustomerCommand command() {
		return new CustomerCommand.SetStanding(this.standing, this.reason);
	}

}
