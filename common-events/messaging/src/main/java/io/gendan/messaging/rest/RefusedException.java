package io.gendan.messaging.rest;

import io.gendan.stage.Refusal;

/** Carries a refusal to the edge, where it becomes a problem detail. */
public class RefusedException extends RuntimeException {

	private final transient Refusal refusal;

	public RefusedException(Refusal refusal) {
		super(refusal.code().name());
		this.refusal = refusal;
	}

	/**
	 * The refusal.
	 * @return why
	 */
	public Refusal refusal() {
		return this.refusal;
	}

}
