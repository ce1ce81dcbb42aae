package io.gendan.order.imports;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.gendan.stage.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * How numbers are written in a file: never is a sign guessed, and thousands are taken for
 * thousands only where every group has its three digits.
 */
final class NumberForm {

	/** More digits than any number of an order may have. */
	private static final int LONGEST = 100;

	private final Pattern form;

	/**
	 * A form.
	 * @param decimal the decimal sign
	 * @param grouping the sign between thousands, null if there is none
	 */
	NumberForm(char decimal, @Nullable Character grouping) {
		String digits = (grouping != null) ? "\\d{1,3}(?:" + group(grouping) + "\\d{3})+|\\d*" : "\\d*";
		this.form = Pattern.compile("([+-]?)(" + digits + ")(?:" + Pattern.quote(String.valueOf(decimal)) + "(\\d+))?");
	}

	/**
	 * The number with a point and no thousands, null if the cell is no number of this
	 * form.
	 */
	@Nullable String plain(String cell) {
		String text = (cell.length() <= LONGEST) ? TypedText.plain(cell) : cell;
		Matcher matcher = this.form.matcher(text);
		if (text.length() > LONGEST || !matcher.matches()) {
			return null;
		}
		String whole = matcher.group(2).replaceAll("\\D", "");
		String fraction = matcher.group(3);
		if (whole.isEmpty() && fraction == null) {
			return null;
		}
		BigDecimal number = new BigDecimal(
				matcher.group(1) + (whole.isEmpty() ? "0" : whole) + ((fraction != null) ? "." + fraction : ""));
		return number.stripTrailingZeros().toPlainString();
	}

	/** Spaces and apostrophes have several spellings. */
	private static String group(char sign) {
		return switch (sign) {
			case ' ' -> "[\\s\\u00A0\\u202F\\u2009]";
			case '\'' -> "['\\u2019]";
			default -> Pattern.quote(String.valueOf(sign));
		};
	}

}
