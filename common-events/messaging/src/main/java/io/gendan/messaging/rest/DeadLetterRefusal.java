package io.gendan.messaging.rest;

import io.gendan.stage.RefusalCode;

/** Refusals around dead letters. */
enum DeadLetterRefusal implements RefusalCode {

	/** There is no such letter. */
	DEAD_LETTER_UNKNOWN(Kind.NOT_FOUND),

	/** The handler has rejected it again. */
	DEAD_LETTER_STILL_DEAD(Kind.CONFLICT),

	/** What has taken effect cannot be discarded. */
	DEAD_LETTER_REPLAYED(Kind.CONFLICT);

	private final Kind kind;

	DeadLetterRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

}
