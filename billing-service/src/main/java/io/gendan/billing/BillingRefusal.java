package io.gendan.billing;

import io.gendan.stage.RefusalCode;

/** Why billing refuses. */
public enum BillingRefusal implements RefusalCode {

	/** Some fields are wrong; each is told. */
	FIELDS_INVALID(Kind.INVALID),

	/** The field is missing. */
	FIELD_REQUIRED(Kind.INVALID),

	/** The text is longer than it may be. */
	TEXT_TOO_LONG(Kind.INVALID),

	/** The text holds control characters. */
	TEXT_NOT_PRINTABLE(Kind.INVALID),

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

	/** Nothing is to be paid before the customer has confirmed. */
	NOT_CONFIRMED(Kind.CONFLICT),

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
