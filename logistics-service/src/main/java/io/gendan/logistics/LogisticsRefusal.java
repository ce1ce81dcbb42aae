package io.gendan.logistics;

import io.gendan.stage.RefusalCode;

/** Why logistics refuses. */
public enum LogisticsRefusal implements RefusalCode {

	/** Some fields are wrong; each is told. */
	FIELDS_INVALID(Kind.INVALID),

	/** Not the form of a waybill number. */
	WAYBILL_INVALID(Kind.INVALID),

	/** None of the carriers. */
	CARRIER_UNKNOWN(Kind.INVALID),

	/** It cannot have happened yet. */
	TIME_IN_FUTURE(Kind.INVALID),

	/** The goods cannot have arrived before they left. */
	BEFORE_IT_LEFT(Kind.INVALID),

	/** Nothing can have moved before the order was received. */
	BEFORE_THE_ORDER(Kind.INVALID),

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

	/** The carrier is being booked already; another one or a waybill may be named. */
	BOOKING_UNDER_WAY(Kind.CONFLICT);

	private final Kind kind;

	LogisticsRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

}
