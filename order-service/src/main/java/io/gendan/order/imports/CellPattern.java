package io.gendan.order.imports;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a mapping. RE2 needs time in proportion to the text whatever
 * the expression, so nobody's expression holds others up; it has no look-around and no
 * back-references.
 */
final class CellPattern {

	private static final int LONGEST = 500;

	/**
	 * Repetitions inside repetitions multiply; each copy takes memory, and the deepest
	 * chain of them a thread's stack.
	 */
	private static final long LARGEST = 2000;

	private static final java.util.regex.Pattern REPETITION = java.util.regex.Pattern
		.compile("\\{(\\d{1,4})(?:,(\\d{0,4}))?}");

	private final Pattern pattern;

	private CellPattern(Pattern pattern) {
		this.pattern = pattern;
	}

	/**
	 * An expression.
	 * @param expression in the syntax of RE2
	 * @return the pattern, or null if it is not one
	 */
	static @Nullable CellPattern of(String expression) {
		if (expression.length() > LONGEST || expression.length() * copies(expression) > LARGEST) {
			return null;
		}
		try {
			return new CellPattern(Pattern.compile(expression));
		}
		catch (PatternSyntaxException ex) {
			return null;
		}
	}

	boolean matches(String text) {
		return this.pattern.matches(text);
	}

	/** The first group of a text that matches; the text itself if there is none. */
	String extract(String text) {
		Matcher matcher = this.pattern.matcher(text);
		if (matcher.matches() && matcher.groupCount() > 0) {
			String group = matcher.group(1);
			return (group != null) ? group : text;
		}
		return text;
	}

	private static long copies(String expression) {
		long copies = 1;
		java.util.regex.Matcher repetition = REPETITION.matcher(expression);
		while (repetition.find() && copies <= LARGEST) {
			String most = repetition.group(2);
			long times = Long.parseLong((most == null || most.isEmpty()) ? repetition.group(1) : most);
			copies *= Math.max(1, times);
		}
		return copies;
	}

}
