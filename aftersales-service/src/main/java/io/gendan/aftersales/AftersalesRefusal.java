package io.gendan.aftersales;

import io.gendan.stage.RefusalCode;

/** Why the after-sales stage refuses. */
public enum AftersalesRefusal implements RefusalCode {

	/** Fields of the request are at fault; each is named. */
	FIELDS_INVALID(Kind.INVALID),

	/** The goods are not delivered. */
	NOT_DELIVERED(Kind.CONFLICT),

	/** The goods are accepted already. */
	ALREADY_ACCEPTED(Kind.CONFLICT),

	/** The goods are not accepted yet. */
	NOT_ACCEPTED(Kind.CONFLICT),

	/** The survey is answered already. */
	SURVEY_ALREADY_ANSWERED(Kind.CONFLICT),

	/** The service window has ended. */
	SERVICE_CLOSED(Kind.CONFLICT),

	/** A list has more entries than allowed. */
	TOO_MANY(Kind.INVALID),

	/** A part is scored twice. */
	SCORED_TWICE(Kind.INVALID),

	/** Not a whole number in the range of scores. */
	SCORE_OUT_OF_RANGE(Kind.INVALID);

	private final Kind kind;

	AftersalesRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

}
