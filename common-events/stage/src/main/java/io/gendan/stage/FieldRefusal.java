package io.gendan.stage;

/**
 * What can be wrong with any field, whatever it is for. All services speak these words;
 * their texts stand at the shared edge.
 */
public enum FieldRefusal implements RefusalCode {

	/** A required field is missing or blank. */
	REQUIRED,

	/** A text is longer than allowed. */
	TOO_LONG,

	/**
	 * A text has characters that cannot be seen, more marks over one letter than can be
	 * read, or nothing that can be seen.
	 */
	UNPRINTABLE,

	/** Not one of the allowed words. */
	CHOICE_UNKNOWN,

	/** Not a decimal number. */
	NUMBER_INVALID,

	/** Zero or less where more is needed. */
	NUMBER_NOT_POSITIVE,

	/** More than anyone can mean. */
	NUMBER_TOO_LARGE,

	/** More decimal places than allowed. */
	NUMBER_TOO_PRECISE,

	/**
	 * A number by which something is known, of which a spreadsheet has kept a few digits.
	 */
	IDENTIFIER_ROUNDED;

	@Override
	public Kind kind() {
		return Kind.INVALID;
	}

}
