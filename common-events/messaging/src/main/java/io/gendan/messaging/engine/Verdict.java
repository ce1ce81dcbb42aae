package io.gendan.messaging.engine;

import org.jspecify.annotations.Nullable;

/**
 * What became of a received event.
 *
 * @param kind taken, already known, or rejected
 * @param reason stable reason of a rejection, else null
 * @param detail what a person needs to know about a rejection, else null
 */
public record Verdict(Kind kind, @Nullable String reason, @Nullable String detail) {

	static final Verdict TAKEN = new Verdict(Kind.TAKEN, null, null);

	static final Verdict DUPLICATE = new Verdict(Kind.DUPLICATE, null, null);

	/**
	 * Its effect is safe.
	 * @return the verdict
	 */
	public static Verdict taken() {
		return TAKEN;
	}

	/**
	 * It had taken effect before.
	 * @return the verdict
	 */
	public static Verdict duplicate() {
		return DUPLICATE;
	}

	/**
	 * It belongs to the dead letters.
	 * @param reason stable reason
	 * @param detail what a person needs to know
	 * @return the verdict
	 */
	public static Verdict rejected(String reason, String detail) {
		return new Verdict(Kind.REJECTED, reason, detail);
	}

	/** Kinds of verdicts. */
	public enum Kind {

		/** Its effect is safe. */
		TAKEN,

		/** It had taken effect before. */
		DUPLICATE,

		/** It belongs to the dead letters. */
		REJECTED

	}

}
