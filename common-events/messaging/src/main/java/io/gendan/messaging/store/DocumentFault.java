package io.gendan.messaging.store;

import java.util.Set;

import com.mongodb.ErrorCategory;

/**
 * Why the store has not written one document of a bulk; its neighbours are written.
 *
 * @param kind what can be done about it
 * @param code the store's error code
 * @param message the store's own words
 */
public record DocumentFault(Kind kind, int code, String message) {

	/** BSONObjectTooLarge, alone and as the result of an update. */
	private static final Set<Integer> TOO_LARGE = Set.of(10334, 17419, 17420);

	/**
	 * BadValue, FailedToParse, TypeMismatch, PathNotViable, ImmutableField,
	 * DocumentValidationFailure: what the document itself is to blame for.
	 */
	private static final Set<Integer> UNSUITABLE = Set.of(2, 9, 14, 28, 66, 121);

	/**
	 * Somebody else has written the document since it was read.
	 * @return the fault
	 */
	public static DocumentFault overtaken() {
		return new DocumentFault(Kind.TAKEN, 0, "written by somebody else since it was read");
	}

	static DocumentFault of(int code, String message) {
		return new DocumentFault(kind(code), code, message);
	}

	/** An error that nobody knows here may pass: it is tried again before it is told. */
	private static Kind kind(int code) {
		if (ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY) {
			return Kind.TAKEN;
		}
		return (TOO_LARGE.contains(code) || UNSUITABLE.contains(code)) ? Kind.LASTING : Kind.PASSING;
	}

	/** Kinds of faults. */
	public enum Kind {

		/** Another document has this id or key: somebody was quicker. */
		TAKEN,

		/** A write conflict, a deadlock, a moment of weakness: try again. */
		PASSING,

		/** The store will never take this document as it is. */
		LASTING

	}

}
