package io.gendan.order.imports;

import io.gendan.messaging.query.FormulaGuard;
import io.gendan.stage.TypedText;

/**
 * What a cell says. Whatever cannot be seen at its ends is no part of it, nor is the
 * apostrophe with which a spreadsheet marks text that begins like a formula. Composed
 * characters have one spelling (NFC), so that equal texts are equal.
 */
final class CellText {

	private CellText() {
	}

	static String of(String cell) {
		String text = shown(cell);
		if (!text.isEmpty() && text.charAt(0) == FormulaGuard.MARK && FormulaGuard.runs(text.substring(1))) {
			text = shown(text.substring(1));
		}
		return TypedText.composed(text);
	}

	private static String shown(String cell) {
		int begin = 0;
		int end = cell.length();
		while (begin < end && unseen(cell.charAt(begin))) {
			begin++;
		}
		while (end > begin && unseen(cell.charAt(end - 1))) {
			end--;
		}
		return cell.substring(begin, end);
	}

	/** The same without what cannot be seen, to tell which rows belong together. */
	static String visible(String text) {
		return text.chars().anyMatch((character) -> hidden((char) character))
				? text.replaceAll("[\\p{Cc}\\p{Cf}]", "").replace('\u00A0', ' ') : text;
	}

	static boolean blank(String cell) {
		return cell.chars().allMatch((character) -> unseen((char) character));
	}

	private static boolean unseen(char character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character) || hidden(character);
	}

	private static boolean hidden(char character) {
		int type = Character.getType(character);
		return type == Character.CONTROL || type == Character.FORMAT || character == '\u00A0';
	}

}
