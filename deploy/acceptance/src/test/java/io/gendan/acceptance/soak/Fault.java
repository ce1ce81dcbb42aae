package io.gendan.acceptance.soak;

/**
 * What the judge found.
 *
 * @param kind what is wrong
 * @param what where, and how it is
 */
record Fault(Kind kind, String what) {

	/** What can be wrong. */
	enum Kind {

		/** A record that the judge did not put there and that is no event. */
		NO_EVENT,

		/** The hash is not that of the content. */
		WRONG_HASH,

		/** The same sequence, other content. */
		CHANGED_DUPLICATE,

		/** A sequence is missing. */
		GAP,

		/** An event does not continue the one before it. */
		BROKEN_CHAIN,

		/** On one partition, an event stands before its predecessor. */
		OVERTAKEN,

		/**
		 * An event whose clock is not after that of its cause, or whose cause is nowhere.
		 */
		CAUSE_AFTER_EFFECT,

		/** Something that happens once to an order has happened twice, or never. */
		NOT_ONCE,

		/** Sums that do not agree. */
		MONEY,

		/** A dead letter about a record that the judge did not put there. */
		DEAD_LETTER

	}

	@Override
	public String toString() {
		return this.kind + ": " + this.what;
	}

}
