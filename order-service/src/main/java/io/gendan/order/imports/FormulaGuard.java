package io.gendan.order.imports;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a cell: one that begins like a formula gets an
 * apostrophe before it, the spreadsheets' own mark for text. {@link CellText} reads it as
 * what it was. Plain numbers are left alone.
 */
final class FormulaGuard {

	static final char MARK = '\'';

	/** The full-width signs count as well for spreadsheets in Chinese and Japanese. */
	private static final String SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

	private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)*");

	private FormulaGuard() {
	}

	static boolean runs(char first) {
		return SIGNS.indexOf(first) >= 0;
	}

	static String harmless(String cell) {
		return (!cell.isEmpty() && runs(cell.charAt(0)) && !NUMBER.matcher(cell).matches()) ? MARK + cell : cell;
	}

}
