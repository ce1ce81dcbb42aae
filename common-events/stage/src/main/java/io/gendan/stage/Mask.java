package io.gendan.stage;

import java.util.Set;

/** What is shown in the place of a personal text. */
public final class Mask {

	/** For one that is erased. */
	public static final String ERASED = "(erased)";

	/** For one that cannot be opened here, or not yet. */
	public static final String SEALED = "(sealed)";

	private static final Set<String> UNREADABLE = Set.of(ERASED, SEALED);

	private static final String REST = "***";

	private Mask() {
	}

	/**
	 * A text for those who must not read it.
	 * @param text in clear
	 * @return the first character, and nothing of how many follow
	 */
	public static String of(String text) {
		return text.isEmpty() ? text : text.substring(0, text.offsetByCodePoints(0, 1)) + REST;
	}

	/**
	 * Whether somebody has sent back what they were shown in the place of a text.
	 * @param text as it was typed
	 * @return true if it must not be taken for the text
	 */
	public static boolean isOne(String text) {
		return UNREADABLE.contains(text) || text.endsWith(REST);
	}

}
