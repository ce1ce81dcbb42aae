package io.gendan.billing.rest;

import io.gendan.billing.BillingCommand.WriteOff;
import org.jspecify.annotations.Nullable;

/**
 * The rest is not asked for any more (BIL-3).
 *
 * @param reason why, required
 */
record WriteOffRequest(@Nullable String reason) {

	WriteOff command() {
		return new WriteOff(this.reason);
	}

}
