package io.gendan.review;

import io.gendan.stage.RefusalCode;

/** Why the review stage refuses. */
public enum ReviewRefusal implements RefusalCode {

	/** Fields of the request are at fault; each is named. */
	FIELDS_INVALID(Kind.INVALID),

	/** No review of this order is open now. */
	REVIEW_NOT_OPEN(Kind.CONFLICT),

	/** Nobody waits for a decision on giving this order up (REV-6). */
	CANCELLATION_NOT_OPEN(Kind.CONFLICT),

	/** The goods left before the cancellation was decided (ORD-11). */
	GOODS_HAVE_LEFT(Kind.CONFLICT),

	/** Nobody reviews what they entered (REV-5). */
	OWN_ORDER(Kind.FORBIDDEN),

	/** A list has more entries than allowed. */
	TOO_MANY(Kind.INVALID),

	/** Less than zero. */
	AMOUNT_NEGATIVE(Kind.INVALID),

	/** More than anyone can mean. */
	AMOUNT_TOO_LARGE(Kind.INVALID),

	/** More decimal places than the currency has. */
	AMOUNT_TOO_FINE(Kind.INVALID),

	/** Not the path of a field of an order. */
	FIELD_PATH_INVALID(Kind.INVALID);

	private final Kind kind;

	ReviewRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

}
