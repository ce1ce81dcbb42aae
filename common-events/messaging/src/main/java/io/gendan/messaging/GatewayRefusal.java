package io.gendan.messaging;

import io.gendan.stage.RefusalCode;

/** Refusals of commands that no stage has to decide on. */
public enum GatewayRefusal implements RefusalCode {

	/** This stage has not heard of the order. */
	ORDER_UNKNOWN(Kind.NOT_FOUND),

	/** The order has changed since the caller saw it. */
	ORDER_CHANGED(Kind.CONFLICT),

	/** The idempotency key has already been used for another command. */
	IDEMPOTENCY_KEY_REUSED(Kind.CONFLICT),

	/** The document of the order holds as much as one may. */
	ORDER_LEDGER_FULL(Kind.CONFLICT),

	/** The document of the order does not have its form. */
	ORDER_LEDGER_UNREADABLE(Kind.CONFLICT),

	/** The store does not take the document of the order. */
	ORDER_NOT_STORED(Kind.CONFLICT);

	private final Kind kind;

	GatewayRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

}
