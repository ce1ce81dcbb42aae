package io.gendan.billing.rest;

import io.gendan.billing.BillingCommand.ReverseReceipt;
import org.jspecify.annotations.Nullable;

/**
 * A receipt that was booked by mistake (BIL-3).
 *
 * @param voucher voucher number of the receipt, required
 * @param reason why, required
 */
record ReversalRequest(@Nullable String voucher, @Nullable String reason) {

	ReverseReceipt command() {
		return new ReverseReceipt(this.voucher, this.reason);
	}

}
