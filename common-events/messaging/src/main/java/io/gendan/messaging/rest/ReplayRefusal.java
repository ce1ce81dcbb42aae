package io.gendan.messaging.rest;

import io.gendan.stage.RefusalCode;

/** Refusals around replays. */
enum ReplayRefusal implements RefusalCode {

	/** Nothing would come of it. */
	TYPE_NOT_LISTENED_TO(Kind.INVALID),

	/** One at a time. */
	REPLAY_RUNNING(Kind.CONFLICT);

	private final Kind kind;

	ReplayRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

}
