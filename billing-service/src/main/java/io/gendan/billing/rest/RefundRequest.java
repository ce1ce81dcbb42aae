package io.gendan.billing.rest;

import java.math.BigDecimal;

import io.gendan.billing.BillingCommand.RefundCredit;
import org.jspecify.annotations.Nullable;

/**
 * Credit that has been paid back (BIL-6).
 *
 * @param voucher voucher number of the refund, required
 * @param amount amount in units of the currency, a number or a decimal string, required,
 * at most the credit
 * @param currency ISO 4217 code, that of the order, required
 */
record RefundRequest(@Nullable String voucher, @Nullable BigDecimal amount, @Nullable String currency) {

	RefundCredit command() {
		return new RefundCredit(this.voucher, this.amount, this.currency);
	}

}
