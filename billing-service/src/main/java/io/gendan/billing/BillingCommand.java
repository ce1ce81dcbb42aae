package io.gendan.billing;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What finance can ask of an order's billing. */
public sealed interface BillingCommand {

	/** The longest reason, in characters. */
	int LONGEST_REASON = 500;

	/** Decimal places of a quantity at the most. */
	int QUANTITY_DECIMALS = 6;

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

	/**
	 * Takes a receipt back that was booked by mistake (BIL-3).
	 *
	 * @param voucher voucher number of the receipt
	 * @param reason why, required
	 */
	record ReverseReceipt(@Nullable String voucher, @Nullable String reason) implements BillingCommand {
	}

	/**
	 * No longer asks for the rest of an invoice (BIL-3).
	 *
	 * @param reason why, required
	 */
	record WriteOff(@Nullable String reason) implements BillingCommand {
	}

	/**
	 * Books that credit has been paid back (BIL-6).
	 *
	 * @param voucher voucher number of the refund, known once per order
	 * @param amount amount paid back, in units of the currency, at most the credit
	 * @param currency ISO 4217 code, must be that of the order
	 */
	record RefundCredit(@Nullable String voucher, @Nullable BigDecimal amount,
			@Nullable String currency) implements BillingCommand {
	}

	/**
	 * Says what was really delivered, so that the invoice can be written (LOG-6, BIL-4).
	 * May be said anew while no receipt is booked.
	 *
	 * @param lines quantities of the lines that differ; the others came as ordered
	 * @param reason what was agreed, required
	 */
	record DecideDifferences(@Nullable List<@Nullable AgreedLine> lines,
			@Nullable String reason) implements BillingCommand {
	}

	/**
	 * How much of a line was delivered, as a person wrote it down.
	 *
	 * @param line order line
	 * @param quantity from zero to what was ordered
	 */
	record AgreedLine(@Nullable Integer line, @Nullable BigDecimal quantity) {
	}

}
