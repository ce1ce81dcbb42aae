package io.gendan.stage;

/**
 * A stable reason for a refusal: an enum constant of a service. Its messages stand in the
 * service's {@code problems_en.properties} and {@code problems_zh.properties} under its
 * name, with placeholders such as <code>{order}</code>.
 */
public interface RefusalCode {

	/**
	 * The code that clients see.
	 * @return upper case with underscores
	 */
	String name();

	/**
	 * What kind of refusal it is.
	 * @return the kind
	 */
	Kind kind();

	/**
	 * Whether what was refused was an attempt at something that is not the caller's, and
	 * is kept for the auditor.
	 * @return true if it is kept
	 */
	default boolean attempt() {
		return kind() == Kind.FORBIDDEN;
	}

	/** Kinds of refusals, as far as a client can react to them. */
	enum Kind {

		/** The content is wrong: mend it and send again. */
		INVALID,

		/** The content is right, but not in this state of the order. */
		CONFLICT,

		/** Right content and state, but not for this person. */
		FORBIDDEN,

		/** There is no such thing. */
		NOT_FOUND

	}

}
