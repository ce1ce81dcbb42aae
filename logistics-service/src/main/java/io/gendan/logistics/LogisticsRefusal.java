package io.gendan.logistics;

import io.gendan.stage.RefusalCode;

/** Why logistics refuses. */
public enum LogisticsRefusal implements RefusalCode {

	/** Some fields are wrong; each is told. */
	FIELDS_INVALID(Kind.INVALID),

	/** The field is missing. */
	FIELD_REQUIRED(Kind.INVALID),

	/** The text is longer than it may be. */
	TEXT_TOO_LONG(Kind.INVALID),

	/** The text holds control characters. */
	TEXT_NOT_PRINTABLE(Kind.INVALID),

	/** Not the form of a waybill number. */
	WAYBILL_INVALID(Kind.INVALID),

	/** None of the carriers. */
	CARRIER_UNKNOWN(Kind.INVALID),

	/** The carrier does not take these goods to this place. */
	CARRIER_DECLINES(Kind.INVALID),

	/** It cannot have happened yet. */
	TIME_IN_FUTURE(Kind.INVALID),

	/** Too long ago to belong to this shipment. */
	TIME_TOO_OLD(Kind.INVALID),

	/** Too far away to be an expected arrival. */
	DATE_IMPLAUSIBLE(Kind.INVALID),

	/** The order has no such line. */
	LINE_UNKNOWN(Kind.INVALID),

	/** More differences than the order can have. */
	TOO_MANY_ENTRIES(Kind.INVALID),

	/** Not packed, not released or no carrier chosen yet (LOG-1). */
	NOT_READY(Kind.CONFLICT),

	/** The goods have already left. */
	ALREADY_SHIPPED(Kind.CONFLICT),

	/** The goods have not left yet. */
	NOT_SHIPPED(Kind.CONFLICT),

	/** The goods are already delivered. */
	ALREADY_DELIVERED(Kind.CONFLICT),

	/** The carrier does not answer; try again or take another. */
	CARRIER_UNAVAILABLE(Kind.CONFLICT);

	private final Kind kind;

	LogisticsRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

}
