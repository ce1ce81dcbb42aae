package io.gendan.order;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.gendan.stage.FieldFault;
import io.gendan.stage.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Reads the texts of a form one by one and gathers every fault it meets. */
final class FormReader {

	private static final int SHOWN = 100;

	/** Longer than any text of a form, before it is looked at. */
	private static final int LONGEST = 100_000;

	/** {@code 9.13301E+17}: the digits after the sixth are lost. */
	private static final Pattern ROUNDED = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE]\\+\\d{1,3}");

	private final List<FieldFault> faults = new ArrayList<>();

	List<FieldFault> faults() {
		return List.copyOf(this.faults);
	}

	boolean clean() {
		return this.faults.isEmpty();
	}

	/** Whether nothing has been found wrong with a field. */
	boolean sound(String field) {
		return this.faults.stream().noneMatch((fault) -> fault.field().equals(field));
	}

	void fault(String field, RefusalCode code) {
		this.faults.add(new FieldFault(field, code));
	}

	void fault(String field, RefusalCode code, Map<String, Object> facts) {
		this.faults.add(new FieldFault(field, code, facts));
	}

	void fault(String field, RefusalCode code, String value) {
		fault(field, code, Map.of("value", shown(value)));
	}

	/** A text on one line, or null if there is none. */
	@Nullable String word(String field, @Nullable String raw, int max) {
		return text(field, raw, max, false);
	}

	/**
	 * A code or number by which something is known, or null if there is none. It may have
	 * any character that can be seen, and plain spaces. A number that a spreadsheet has
	 * rounded is none.
	 */
	@Nullable String code(String field, @Nullable String raw, int max) {
		String code = word(field, raw, max);
		if (code == null) {
			return null;
		}
		if (!code.codePoints().allMatch(FormReader::visible)) {
			fault(field, OrderRefusal.TEXT_NOT_PRINTABLE);
			return null;
		}
		if (ROUNDED.matcher(code).matches()) {
			fault(field, OrderRefusal.IDENTIFIER_ROUNDED, code);
			return null;
		}
		return code;
	}

	/** A text that may have line breaks, or null if there is none. */
	@Nullable String prose(String field, @Nullable String raw, int max) {
		return text(field, raw, max, true);
	}

	/** A text that must be there; a fault and an empty text if it is not. */
	String need(String field, @Nullable String text) {
		if (text == null) {
			if (sound(field)) {
				fault(field, OrderRefusal.REQUIRED);
			}
			return "";
		}
		return text;
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

	/** A number above zero that must be there; null after a fault. */
	@Nullable BigDecimal positive(String field, @Nullable String raw, int decimals, BigDecimal max) {
		BigDecimal number = number(field, need(field, word(field, raw, SHOWN)));
		if (number == null) {
			return null;
		}
		int before = this.faults.size();
		if (number.signum() <= 0) {
			fault(field, OrderRefusal.NUMBER_NOT_POSITIVE, number.toString());
		}
		if (number.compareTo(max) > 0) {
			fault(field, OrderRefusal.NUMBER_TOO_LARGE,
					Map.of("value", shown(number.toString()), "max", max.toPlainString()));
		}
		if (number.stripTrailingZeros().scale() > decimals) {
			fault(field, OrderRefusal.NUMBER_TOO_PRECISE, Map.of("value", shown(number.toString()), "max", decimals));
		}
		return (this.faults.size() == before) ? number : null;
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

	private @Nullable String text(String field, @Nullable String raw, int max, boolean lineBreaks) {
		if (raw == null || raw.codePoints().allMatch(FormReader::space)) {
			return null;
		}
		if (raw.length() > LONGEST) {
			fault(field, OrderRefusal.TEXT_TOO_LONG, Map.of("max", max));
			return null;
		}
		String text = stripped(Normalizer.normalize(raw, Normalizer.Form.NFC));
		if (text.codePointCount(0, text.length()) > max) {
			fault(field, OrderRefusal.TEXT_TOO_LONG, Map.of("max", max));
			return null;
		}
		boolean sound = text.codePoints().allMatch((point) -> printable(point, lineBreaks))
				&& text.codePoints().anyMatch((point) -> !space(point) && visible(point));
		if (!sound) {
			fault(field, OrderRefusal.TEXT_NOT_PRINTABLE);
			return null;
		}
		return text;
	}

	/** Spaces of every kind, also those that do not break. */
	private static boolean space(int point) {
		return Character.isWhitespace(point) || Character.isSpaceChar(point);
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

	/**
	 * Control characters spoil documents and logs, lone surrogates cannot be written, and
	 * direction overrides make a text look like another.
	 */
	private static boolean printable(int point, boolean lineBreaks) {
		if (point == '\n' || point == '\r' || point == '\t') {
			return lineBreaks;
		}
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				false;
			case Character.FORMAT -> !(point >= 0x202A && point <= 0x202E) && !(point >= 0x2066 && point <= 0x2069);
			default -> true;
		};
	}

	/**
	 * Two codes that look the same are the same: only the plain space is empty in them.
	 */
	private static boolean visible(int point) {
		return switch (Character.getType(point)) {
			case Character.FORMAT, Character.CONTROL, Character.PRIVATE_USE -> false;
			case Character.SPACE_SEPARATOR -> point == ' ' || point == 0x3000;
			default -> point != 0x2800 && point != 0x3164 && point != 0x115F && point != 0x1160 && point != 0xFFA0;
		};
	}

}
