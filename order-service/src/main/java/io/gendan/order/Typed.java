package io.gendan.order;

import java.util.Locale;

import io.gendan.contract.Personal;
import io.gendan.stage.FormReader;
import io.gendan.stage.Privacy;
import io.gendan.stage.TypedText;
import org.jspecify.annotations.Nullable;

/** What somebody has typed, to be compared with what is known already. */
final class Typed {

	/** Longer than any text that is compared. */
	private static final int LONGEST = 4000;

	private Typed() {
	}

	/**
	 * Whether nothing is said.
	 * @param raw what was filled in
	 * @return true for nothing but spaces; false for what cannot be read
	 */
	static boolean blank(@Nullable String raw) {
		FormReader reader = new FormReader();
		return reader.prose("", raw, LONGEST) == null && reader.clean();
	}

	static @Nullable String text(@Nullable String raw) {
		return new FormReader().prose("", raw, LONGEST);
	}

	/**
	 * Whether a unit is the same: m is no M, whatever its width.
	 * @param typed what was filled in
	 * @param unit as the list says it
	 * @return false if it says another one
	 */
	static boolean sameUnit(@Nullable String typed, String unit) {
		String text = text(typed);
		return text != null && TypedText.plain(text).equals(TypedText.plain(unit));
	}

	/**
	 * Whether two names are the same for whoever reads them: width, case, spaces and
	 * punctuation make no difference.
	 * @param typed what was filled in
	 * @param known what it is compared with, null if it is not known
	 * @return false if one of them is missing
	 */
	static boolean alike(@Nullable String typed, @Nullable String known) {
		String text = text(typed);
		return text != null && known != null && letters(text).equals(letters(known));
	}

	/**
	 * Whether a personal text says what was typed.
	 * @param typed what was filled in
	 * @param known as it stands in an event
	 * @param privacy opens it
	 * @return false if one of them is missing or cannot be read
	 */
	static boolean alike(@Nullable String typed, @Nullable Personal known, Privacy privacy) {
		return known != null && alike(typed, privacy.open(known));
	}

	/** Vowels and tones are marks of their own in many scripts. */
	private static boolean tells(int character) {
		int type = Character.getType(character);
		return Character.isLetterOrDigit(character) || type == Character.NON_SPACING_MARK
				|| type == Character.COMBINING_SPACING_MARK;
	}

	private static String letters(String text) {
		String plain = TypedText.plain(text).toLowerCase(Locale.ROOT);
		StringBuilder letters = new StringBuilder();
		plain.codePoints().filter(Typed::tells).forEach(letters::appendCodePoint);
		return letters.isEmpty() ? plain : letters.toString();
	}

}
