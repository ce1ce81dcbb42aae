package io.gendan.messaging.query;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a cell: one that begins like a formula, also after
 * spaces or quotation marks, gets an apostrophe before it, the spreadsheets' own mark for
 * text. Plain numbers are left alone.
 */
public final class FormulaGuard {

	/** Stands before what would be run. */
	public static final char MARK = '\'';

	/** The full-width signs count as well for spreadsheets in Chinese and Japanese. */
	private static final String SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

	/** Gives nothing back, so that no cell is too long for it. */
	private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]++(?:[.,][0-9]++)*+");

	private FormulaGuard() {
	}

	/**
	 * Whether spreadsheets would run a cell.
	 * @param cell its text
	 * @return true if it begins like a formula
	 */
	public static boolean runs(String cell) {
		int begin = 0;
		while (begin < cell.length() && passed(cell.charAt(begin))) {
			begin++;
		}
		return begin < cell.length() && SIGNS.indexOf(cell.charAt(begin)) >= 0;
	}

	/**
	 * A cell that is shown and not run.
	 * @param cell its text
	 * @return the text, with a mark before it where it would be run
	 */
	public static String harmless(String cell) {
		return (runs(cell) && !NUMBER.matcher(cell).matches()) ? MARK + cell : cell;
	}

	private static boolean unseen(char character) {
		int type = Character.getType(character);
		return Character.isWhitespace(character) || Character.isSpaceChar(character) || type == Character.CONTROL
				|| type == Character.FORMAT;
	}

	/** Programs that read tables drop these before they look for a formula. */
	private static boolean passed(char character) {
		return character == '"' || (SIGNS.indexOf(character) < 0 && unseen(character));
	}

}
