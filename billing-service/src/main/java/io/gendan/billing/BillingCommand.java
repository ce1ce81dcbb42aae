package io.gendan.billing;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** What finance can ask of an order's billing. */
public sealed interface BillingCommand {

	/**
	 * Books money that has arrived (BIL-3). Every part may be missing: all faults are
	 * told at once.
	 *
	 * @param voucher voucher number of the receipt, known once per order
	 * @param amount amount received, in units of the currency
	 * @param currency ISO 4217 code, must be that of the order
	 * @param reference order number the payer named; null when the payer named none
	 */
	record RecordReceipt(@Nullable String voucher, @Nullable BigDecimal amount, @Nullable String currency,
			@Nullable String reference) implements BillingCommand {
	}

}
