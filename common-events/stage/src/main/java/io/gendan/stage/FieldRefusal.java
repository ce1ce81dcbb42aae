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
	UNPRINTABLE;

	@Override
	public Kind kind() {
		return Kind.INVALID;
	}

}
