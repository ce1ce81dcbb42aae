package io.gendan.billing.rest;

import java.math.BigDecimal;

import io.gendan.billing.BillingCommand.RecordReceipt;
import org.jspecify.annotations.Nullable;

/**
 * Money that has arrived (BIL-3).
 *
 * @param voucher voucher number of the receipt, required
 * @param amount amount in units of the currency, a number or a decimal string, required
 * @param currency ISO 4217 code, that of the order, required
 * @param reference order number the payer named
 */
record ReceiptRequest(@Nullable String voucher, @Nullable BigDecimal amount, @Nullable String currency,
		@Nullable String reference) {

	RecordReceipt command() {
		return new RecordReceipt(this.voucher, this.amount, this.currency, this.reference);
	}

}
