package io.gendan.billing;

import io.gendan.stage.RefusalCode;

/** Why billing refuses. */
public enum BillingRefusal implements RefusalCode {

	/** Some fields are wrong; each is told. */
	FIELDS_INVALID(Kind.INVALID),

	/** Money received is more than nothing. */
	AMOUNT_NOT_POSITIVE(Kind.INVALID),

	/** More than any receipt can be. */
	AMOUNT_TOO_LARGE(Kind.INVALID),

	/** More decimal places than the currency has. */
	AMOUNT_TOO_FINE(Kind.INVALID),

	/** Not the currency of the order. */
	CURRENCY_DIFFERENT(Kind.INVALID),

	/** The payer named another order (BIL-3). */
	REFERENCE_DIFFERENT(Kind.INVALID),

	/** This voucher is already booked (BIL-3). */
	VOUCHER_KNOWN(Kind.CONFLICT),

	/** No receipt is booked under this voucher. */
	RECEIPT_UNKNOWN(Kind.CONFLICT),

	/** The receipt does not count any more already. */
	RECEIPT_IS_REVERSED(Kind.CONFLICT),

	/** Money was paid back that would be missing without the receipt (BIL-6). */
	MONEY_IS_PAID_BACK(Kind.CONFLICT),

	/** What was delivered stands, since the customer's money is booked on it. */
	MONEY_IS_BOOKED(Kind.CONFLICT),

	/** The dossier is closed (ORD-21). */
	ORDER_IS_ARCHIVED(Kind.CONFLICT),

	/** Nothing is to be paid before the customer has confirmed. */
	NOT_CONFIRMED(Kind.CONFLICT),

	/** Nothing is invoiced yet, so there is no rest to write off. */
	NOT_INVOICED(Kind.CONFLICT),

	/** Nothing is kept for the customer (BIL-6). */
	NO_CREDIT(Kind.CONFLICT),

	/** More than is kept for the customer (BIL-6). */
	MORE_THAN_CREDIT(Kind.INVALID),

	/** No difference of a delivery waits for a decision (LOG-6). */
	NO_DIFFERENCES(Kind.CONFLICT),

	/** The order has no such line. */
	LINE_UNKNOWN(Kind.INVALID),

	/** A line is named twice. */
	LINE_TWICE(Kind.INVALID),

	/** More lines than the order has. */
	TOO_MANY_LINES(Kind.INVALID),

	/** Less than nothing, more than was ordered, or too fine. */
	QUANTITY_IMPOSSIBLE(Kind.INVALID),

	/** Nothing is to be paid for a cancelled order. */
	ORDER_IS_CANCELLED(Kind.CONFLICT),

	/** Invoice and receipts already match. */
	ORDER_IS_SETTLED(Kind.CONFLICT);

	private final Kind kind;

	BillingRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

}
