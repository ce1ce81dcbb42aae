package io.gendan.order.imports;

import java.util.regex.Pattern;

/** What spreadsheets make of cells that they cannot show. */
final class SpoiltCell {

	private static final Pattern ERROR = Pattern.compile("#N/A|#REF!|#VALUE!|#DIV/0!|#NAME\\?|#NUM!|#NULL!|#{3,}");

	private static final Pattern ROUNDED = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE]\\+\\d{1,3}");

	private SpoiltCell() {
	}

	/**
	 * Whether it is an error of a formula, or the mark of a column that is too narrow.
	 */
	static boolean error(String cell) {
		return cell.startsWith("#") && ERROR.matcher(cell).matches();
	}

	/** Whether it is a number in powers of ten, of which nobody knows the last digits. */
	static boolean rounded(String cell) {
		return ROUNDED.matcher(cell).matches();
	}

}
