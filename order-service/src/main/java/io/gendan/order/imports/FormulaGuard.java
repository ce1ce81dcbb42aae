package io.gendan.order.imports;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a cell: one that begins like a formula, also after
 * spaces or quotation marks, gets an apostrophe before it, the spreadsheets' own mark for
 * text. {@link CellText} reads it as what it was. Plain numbers are left alone.
 */
final class FormulaGuard {

	static final char MARK = '\'';

	/** The full-width signs count as well for spreadsheets in Chinese and Japanese. */
	private static final String SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

	/** Gives nothing back, so that no cell is too long for it. */
	private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]++(?:[.,][0-9]++)*+");

	private FormulaGuard() {
	}

	static boolean runs(String cell) {
		int begin = 0;
		while (begin < cell.length() && passed(cell.charAt(begin))) {
			begin++;
		}
		return begin < cell.length() && SIGNS.indexOf(cell.charAt(begin)) >= 0;
	}

	static String harmless(String cell) {
		return (runs(cell) && !NUMBER.matcher(cell).matches()) ? MARK + cell : cell;
	}

	/** Programs that read tables drop these before they look for a formula. */
	private static boolean passed(char character) {
		return character == '"' || (SIGNS.indexOf(character) < 0 && CellText.blank(String.valueOf(character)));
	}

}
