package io.gendan.messaging.engine;

import io.gendan.contract.MalformedEventException;
import org.jspecify.annotations.Nullable;

/**
 * What became of a received event.
 *
 * @param kind taken, already known, waiting, or rejected
 * @param reason stable reason why it waits or is rejected, else null
 * @param detail what a person needs to know about that, else null
 */
public record Verdict(Kind kind, @Nullable String reason, @Nullable String detail) {

	/** Another event has been taken in its place. */
	public static final String CONFLICT = "CONFLICT";

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

	/**
	 * It could not be processed.
	 * @param failure what was thrown
	 * @return the verdict
	 */
	public static Verdict failed(RuntimeException failure) {
		return switch (failure) {
			case OrderHeldBackException held ->
				rejected(held.refusal().code().name(), String.valueOf(held.getMessage()));
			case MalformedEventException malformed -> rejected("MALFORMED", String.valueOf(malformed.getMessage()));
			default -> rejected("HANDLER_FAILED", failure.toString());
		};
	}

	/**
	 * It is safe and waits for its predecessor.
	 * @param detail what is missing
	 * @return the verdict
	 */
	static Verdict parked(String detail) {
		return new Verdict(Kind.PARKED, "GAP", detail);
	}

	/** Kinds of verdicts. */
	public enum Kind {

		/** Its effect is safe. */
		TAKEN,

		/** It had taken effect before. */
		DUPLICATE,

		/** It is safe, and takes effect as soon as its predecessor has. */
		PARKED,

		/** It belongs to the dead letters. */
		REJECTED

	}

}
