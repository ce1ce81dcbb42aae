package io.gendan.messaging;

import io.gendan.stage.RefusalCode;

/**
 * Refusals of what concerns an order that is not the caller's. They read like those of
 * orders that do not exist, and tell nothing about the order; inside, they can be
 * told apart and are recorded as attempts.
 */
public enum ForeignOrder implements RefusalCode {

	/** The answer to everything about another's order: as if there were none. */
	ORDER_UNKNOWN(Kind.NOT_FOUND),

	/** A new order or customer cannot have the number of another's. */
	NUMBER_NOT_FREE(Kind.CONFLICT),

	/**
	 * An order cannot be given to a customer who is another's, nor a new customer be
	 * entered for another; field fault and refusal.
	 */
	CUSTOMER_NOT_YOURS(Kind.FORBIDDEN);

	private final Kind kind;

	ForeignOrder(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

	@Override
	public boolean attempt() {
		return true;
	}

}
