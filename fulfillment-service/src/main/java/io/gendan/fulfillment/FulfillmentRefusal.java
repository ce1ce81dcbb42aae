package io.gendan.fulfillment;

import io.gendan.stage.RefusalCode;

/** Why fulfillment-service refuses. */
public enum FulfillmentRefusal implements RefusalCode {

	/** Fields are at fault; each is told. */
	FIELDS_INVALID(Kind.INVALID),

	/** Nothing is being produced for the order. */
	NOT_IN_PRODUCTION(Kind.CONFLICT),

	/** The goods are not there, or have already been checked. */
	NOT_READY_TO_INSPECT(Kind.CONFLICT),

	/** No failed check waits for rework. */
	NOTHING_TO_REWORK(Kind.CONFLICT),

	/** The check is not passed, or the goods are already packed. */
	NOT_READY_TO_PACK(Kind.CONFLICT),

	/** The order was cancelled. */
	ORDER_CANCELLED(Kind.CONFLICT),

	/** The reference belongs to a receipt with other lines. */
	RECEIPT_DIFFERS(Kind.CONFLICT),

	/** The reference belongs to a receipt, or to another correction. */
	CORRECTION_DIFFERS(Kind.CONFLICT),

	/** More would be taken away than is not set aside for orders. */
	BELOW_RESERVED(Kind.CONFLICT),

	/**
	 * So many write to the same stock at once that the receipt was only counted in part,
	 * or the correction not at all.
	 */
	STOCK_BUSY(Kind.CONFLICT),

	/** There is no stock record of the item. */
	ITEM_UNKNOWN(Kind.NOT_FOUND),

	/** A list has too many elements. */
	TOO_MANY(Kind.INVALID),

	/** A number lies outside its range. */
	OUT_OF_RANGE(Kind.INVALID),

	/** A number must be greater than zero. */
	NOT_POSITIVE(Kind.INVALID),

	/** A number must not be zero. */
	ZERO(Kind.INVALID),

	/** A number is absurdly large. */
	TOO_LARGE(Kind.INVALID),

	/** A number has too many decimals. */
	TOO_PRECISE(Kind.INVALID),

	/** Progress never goes back. */
	PERCENT_FALLS(Kind.INVALID),

	/** A date lies too early. */
	DATE_TOO_EARLY(Kind.INVALID),

	/** A date lies too late. */
	DATE_TOO_LATE(Kind.INVALID),

	/** The order has no such line. */
	LINE_UNKNOWN(Kind.INVALID),

	/** Goods with defects have not passed. */
	PASSED_WITH_DEFECTS(Kind.INVALID);

	private final Kind kind;

	FulfillmentRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

}
