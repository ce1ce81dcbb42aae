package io.gendan.stage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of a form one by one: codes, choices and numbers beside plain texts.
 */
public final class FormReader extends FieldReader {

	private static final int SHOWN = 100;

	/** {@code 9.13301E+17}: the digits after the sixth are lost. */
	private static final Pattern ROUNDED = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE]\\+\\d{1,3}");

	/**
	 * Notes a fault that names what was typed in.
	 * @param field path of the field
	 * @param code stable reason
	 * @param value what was typed in; shown shortened
	 */
	public void fault(String field, RefusalCode code, String value) {
		fault(field, code, Map.of("value", shown(value)));
	}

	/** A number that a spreadsheet has rounded is no code. */
	@Override
	public @Nullable String code(String field, @Nullable String typed, int max) {
		String code = super.code(field, typed, max);
		if (code != null && ROUNDED.matcher(code).matches()) {
			fault(field, FieldRefusal.IDENTIFIER_ROUNDED, code);
			return null;
		}
		return code;
	}

	/**
	 * Reads one of the constants of an enum that must be there.
	 * @param field path of the field
	 * @param raw what was typed in
	 * @param choices the enum
	 * @param <T> the enum
	 * @return the constant, null after a fault
	 */
	public <T extends Enum<T>> @Nullable T choice(String field, @Nullable String raw, Class<T> choices) {
		String word = need(field, word(field, raw, SHOWN));
		for (T choice : choices.getEnumConstants()) {
			if (choice.name().equals(word)) {
				return choice;
			}
		}
		if (!word.isEmpty()) {
			fault(field, FieldRefusal.CHOICE_UNKNOWN, Map.of("value", shown(word), "allowed",
					String.join(", ", Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList())));
		}
		return null;
	}

	/**
	 * Reads a number above zero that must be there. The decimals of one as large as
	 * {@code 100e2147483647} cannot be counted, so that comes last.
	 * @param field path of the field
	 * @param raw what was typed in
	 * @param decimals decimal places at the most
	 * @param max the largest number
	 * @return the number, null after a fault
	 */
	public @Nullable BigDecimal positive(String field, @Nullable String raw, int decimals, BigDecimal max) {
		BigDecimal number = number(field, need(field, word(field, raw, SHOWN)));
		if (number == null) {
			return null;
		}
		if (number.signum() <= 0) {
			fault(field, FieldRefusal.NUMBER_NOT_POSITIVE, number.toString());
		}
		else if (number.compareTo(max) > 0) {
			fault(field, FieldRefusal.NUMBER_TOO_LARGE,
					Map.of("value", shown(number.toString()), "max", max.toPlainString()));
		}
		else if (number.stripTrailingZeros().scale() > decimals) {
			fault(field, FieldRefusal.NUMBER_TOO_PRECISE, Map.of("value", shown(number.toString()), "max", decimals));
		}
		else {
			return number;
		}
		return null;
	}

	/**
	 * Reads a number.
	 * @param field path of the field
	 * @param text what was typed in
	 * @return the number, null after a fault and for an empty text
	 */
	public @Nullable BigDecimal number(String field, String text) {
		if (text.isEmpty()) {
			return null;
		}
		try {
			return new BigDecimal(text);
		}
		catch (NumberFormatException ex) {
			fault(field, FieldRefusal.NUMBER_INVALID, text);
			return null;
		}
	}

	/**
	 * What of a text is shown in a message.
	 * @param value any text
	 * @return its beginning
	 */
	public static String shown(String value) {
		return (value.length() <= SHOWN) ? value : value.substring(0, SHOWN) + "…";
	}

}
