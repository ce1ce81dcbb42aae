package io.gendan.stage;

import java.text.Normalizer;

/**
 * Which texts are taken from people and from other systems: the one rule of all services.
 * Control characters spoil documents and logs, lone surrogates cannot be written,
 * direction overrides make a text look like another, marks without end are not to be
 * read, and what nobody sees nobody has checked.
 */
public final class TypedText {

	private static final int IDEOGRAPHIC_SPACE = 0x3000;

	/** More combining marks in a row are in no language (UAX 15, stream-safe text). */
	private static final int MOST_MARKS = 30;

	/** Of so many characters a composed character is made at the most. */
	private static final int PARTS = 4;

	private TypedText() {
	}

	/** What a text is for. */
	public enum Form {

		/** One line, such as a name. */
		WORD,

		/** Free text, which may have line breaks and tabs. */
		PROSE,

		/**
		 * A code or number by which something is known: every character can be seen, and
		 * the plain space is the only one that is empty. Two codes that look the same are
		 * the same.
		 */
		CODE

	}

	/**
	 * The one spelling of a text: composed characters (NFC), no space of any kind around
	 * it.
	 * @param typed what was typed in
	 * @return the text, empty if there is nothing but spaces
	 */
	public static String normal(String typed) {
		return composed(stripped(typed));
	}

	/**
	 * A text in composed characters (NFC), so that equal texts are equal.
	 * @param text any text
	 * @return the text; unchanged if it has too many marks in a row to be
	 * {@linkplain #printable printable}, because the time to compose them grows with the
	 * square of their number
	 */
	public static String composed(String text) {
		return normalized(text, Normalizer.Form.NFC);
	}

	/**
	 * A text in plain characters (NFKC): full-width digits and signs become digits and
	 * signs.
	 * @param text any text
	 * @return the text; unchanged if it has too many marks in a row, as above
	 */
	public static String plain(String text) {
		return normalized(text, Normalizer.Form.NFKC);
	}

	/**
	 * Whether a text is so long that its normal spelling is too long as well.
	 * @param typed what was typed in
	 * @param max characters at the most
	 * @return true if it need not be brought to its normal spelling to know
	 */
	public static boolean exceeds(String typed, int max) {
		String text = stripped(typed);
		return text.codePointCount(0, text.length()) > PARTS * max;
	}

	/**
	 * Whether a text may stand in an event.
	 * @param text a text in its normal spelling, not empty
	 * @param form what it is for
	 * @return false if something in it, or all of it, cannot be seen
	 */
	public static boolean printable(String text, Form form) {
		if (piled(text)) {
			return false;
		}
		boolean shown = false;
		boolean selectable = false;
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			int point = text.codePointAt(i);
			boolean fits = selector(point) ? selectable : fits(point, form == Form.PROSE);
			boolean visible = visible(point);
			if (!fits || (form == Form.CODE && !visible && point != ' ' && point != IDEOGRAPHIC_SPACE)) {
				return false;
			}
			shown = shown || (visible && !mark(point));
			selectable = visible;
		}
		return shown;
	}

	private static String normalized(String text, Normalizer.Form form) {
		return piled(text) ? text : Normalizer.normalize(text, form);
	}

	private static String stripped(String text) {
		int begin = 0;
		int end = text.length();
		while (begin < end && space(text.charAt(begin))) {
			begin++;
		}
		while (end > begin && space(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(begin, end);
	}

	/** Whether too many marks stand in a row. */
	private static boolean piled(String text) {
		int marks = 0;
		for (int i = 0; i < text.length() && marks <= MOST_MARKS; i += Character.charCount(text.codePointAt(i))) {
			marks = combines(text.codePointAt(i)) ? marks + 1 : 0;
		}
		return marks > MOST_MARKS;
	}

	/** Marks of every kind; the half-width sound marks become such in plain text. */
	private static boolean combines(int point) {
		return mark(point) || Character.getType(point) == Character.COMBINING_SPACING_MARK || point == 0xFF9E
				|| point == 0xFF9F;
	}

	/** Spaces of every kind, also those that do not break. */
	private static boolean space(int point) {
		return Character.isWhitespace(point) || Character.isSpaceChar(point);
	}

	/**
	 * What may stand in a text at all. Joiners do: Persian, Indic scripts and emoji are
	 * written with them.
	 */
	private static boolean fits(int point, boolean lines) {
		return switch (Character.getType(point)) {
			case Character.CONTROL -> lines && (point == '\n' || point == '\r' || point == '\t');
			case Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			case Character.FORMAT -> !turns(point) && !hides(point);
			default -> true;
		};
	}

	/** Overrides, embeddings, isolates and their old fellows turn the direction. */
	private static boolean turns(int point) {
		return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x206F);
	}

	/** Annotations and tags carry a text of their own that is never shown. */
	private static boolean hides(int point) {
		return (point >= 0xFFF9 && point <= 0xFFFB) || (point >= 0xE0000 && point <= 0xE0FFF);
	}

	/** Chooses a form of the character before it, so it needs one. */
	private static boolean selector(int point) {
		return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF)
				|| (point >= 0x180B && point <= 0x180F);
	}

	private static boolean mark(int point) {
		int type = Character.getType(point);
		return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
	}

	/** Whether something is to be seen; characters of private use depend on the font. */
	private static boolean visible(int point) {
		return !space(point) && !selector(point) && switch (Character.getType(point)) {
			case Character.FORMAT, Character.CONTROL, Character.PRIVATE_USE -> false;
			default -> switch (point) {
				// Braille blank, Hangul fillers, Khmer inherent vowels, grapheme joiner.
				case 0x2800, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5, 0x034F -> false;
				default -> true;
			};
		};
	}

}
