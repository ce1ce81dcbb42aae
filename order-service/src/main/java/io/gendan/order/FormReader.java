package io.gendan.order;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

import io.gendan.stage.FieldReader;
import io.gendan.stage.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Reads the texts of a form one by one. */
final class FormReader extends FieldReader {

	private static final int SHOWN = 100;

	/** {@code 9.13301E+17}: the digits after the sixth are lost. */
	private static final Pattern ROUNDED = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE]\\+\\d{1,3}");

	void fault(String field, RefusalCode code, String value) {
		fault(field, code, Map.of("value", shown(value)));
	}

	/** A number that a spreadsheet has rounded is no code. */
	@Override
	public @Nullable String code(String field, @Nullable String typed, int max) {
		String code = super.code(field, typed, max);
		if (code != null && ROUNDED.matcher(code).matches()) {
			fault(field, OrderRefusal.IDENTIFIER_ROUNDED, code);
			return null;
		}
		return code;
	}

	/** One of the constants of an enum that must be there; null after a fault. */
	<T extends Enum<T>> @Nullable T choice(String field, @Nullable String raw, Class<T> choices) {
		String word = need(field, word(field, raw, SHOWN));
		for (T choice : choices.getEnumConstants()) {
			if (choice.name().equals(word)) {
				return choice;
			}
		}
		if (!word.isEmpty()) {
			fault(field, OrderRefusal.CHOICE_UNKNOWN, Map.of("value", shown(word), "allowed",
					String.join(", ", Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList())));
		}
		return null;
	}

	/**
	 * A number above zero that must be there; null after a fault. The decimals of one as
	 * large as {@code 100e2147483647} cannot be counted, so that comes last.
	 */
	@Nullable BigDecimal positive(String field, @Nullable String raw, int decimals, BigDecimal max) {
		BigDecimal number = number(field, need(field, word(field, raw, SHOWN)));
		if (number == null) {
			return null;
		}
		if (number.signum() <= 0) {
			fault(field, OrderRefusal.NUMBER_NOT_POSITIVE, number.toString());
		}
		else if (number.compareTo(max) > 0) {
			fault(field, OrderRefusal.NUMBER_TOO_LARGE,
					Map.of("value", shown(number.toString()), "max", max.toPlainString()));
		}
		else if (number.stripTrailingZeros().scale() > decimals) {
			fault(field, OrderRefusal.NUMBER_TOO_PRECISE, Map.of("value", shown(number.toString()), "max", decimals));
		}
		else {
			return number;
		}
		return null;
	}

	/** A number if the text is one; null after a fault and for an empty text. */
	@Nullable BigDecimal number(String field, String text) {
		if (text.isEmpty()) {
			return null;
		}
		try {
			return new BigDecimal(text);
		}
		catch (NumberFormatException ex) {
			fault(field, OrderRefusal.NUMBER_INVALID, text);
			return null;
		}
	}

	static String shown(String value) {
		return (value.length() <= SHOWN) ? value : value.substring(0, SHOWN) + "…";
	}

}
