package io.gendan.stage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A field by which lists show and filter orders.
 *
 * @param name its name
 * @param form what its values look like
 * @param values the only values of a choice, else empty
 * @param indexed whether the store has an index for it, so that few orders among many are
 * found at once
 * @param personal whether it shows a personal text: it is forgotten with the customer
 * (X-2)
 */
public record Column(String name, Form form, List<String> values, boolean indexed, boolean personal) {

	/** The largest number a filter may ask for. */
	public static final int LARGEST = 999_999_999;

	private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

	public Column {
		values = List.copyOf(values);
	}

	public static Column text(String name) {
		return new Column(name, Form.TEXT, List.of(), false, false);
	}

	/**
	 * A day or an instant in UTC, as ISO 8601 writes it.
	 * @param name its name
	 * @return the column
	 */
	public static Column date(String name) {
		return new Column(name, Form.DATE, List.of(), false, false);
	}

	/**
	 * A decimal number, kept as its text so that no digit is lost.
	 * @param name its name
	 * @return the column
	 */
	public static Column decimal(String name) {
		return new Column(name, Form.DECIMAL, List.of(), false, false);
	}

	public static Column number(String name) {
		return new Column(name, Form.NUMBER, List.of(), false, false);
	}

	public static Column flag(String name) {
		return choice(name, List.of("true", "false"));
	}

	public static Column oneOf(String name, Class<? extends Enum<?>> values) {
		return choice(name, Arrays.stream(values.getEnumConstants()).map(Enum::name).toList());
	}

	public static Column choice(String name, List<String> values) {
		return new Column(name, Form.CHOICE, values, false, false);
	}

	/**
	 * The same column with an index: for values that only few orders have. Every change
	 * of such a value costs a write more.
	 * @return the column
	 */
	public Column withIndex() {
		return new Column(this.name, this.form, this.values, true, this.personal);
	}

	/**
	 * The same column for a personal text.
	 * @return the column
	 */
	public Column forPersonal() {
		return new Column(this.name, this.form, this.values, this.indexed, true);
	}

	/**
	 * Whether lists can be asked for the values between two.
	 * @return true for numbers and dates
	 */
	public boolean ranged() {
		return this.form == Form.NUMBER || this.form == Form.DATE;
	}

	/**
	 * Whether lists can come in its order: only with an index, else all of them would be
	 * read for one page; not by a personal text, which would stand in cursors; and not by
	 * words that have no order.
	 * @return true if they can
	 */
	public boolean sortable() {
		return this.indexed && !this.personal && this.form != Form.CHOICE && this.form != Form.DECIMAL;
	}

	/**
	 * Whether it is looked through for what somebody types.
	 * @return true for texts with an index
	 */
	public boolean searched() {
		return this.indexed && this.form == Form.TEXT;
	}

	/**
	 * Whether an order can have this value at all.
	 * @param value as text
	 * @return false if no order ever has it
	 */
	public boolean takes(String value) {
		return switch (this.form) {
			case TEXT, DECIMAL -> true;
			case DATE -> stored(value) != null;
			case NUMBER -> WHOLE_NUMBER.matcher(value).matches();
			case CHOICE -> this.values.contains(value);
		};
	}

	/**
	 * A date as it is stored, so that it can be compared as a text.
	 * @param value a year, a month, a day, or an instant with its offset
	 * @return the same, an instant in UTC; null if there is no such date
	 */
	public static @Nullable String stored(String value) {
		try {
			switch (value.length()) {
				case 4 -> Year.parse(value);
				case 7 -> YearMonth.parse(value);
				case 10 -> LocalDate.parse(value);
				default -> {
					return OffsetDateTime.parse(value).toInstant().toString();
				}
			}
			return value;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** What values look like. */
	public enum Form {

		/** Any text. */
		TEXT,

		/** A day or an instant, as ISO 8601 writes it. */
		DATE,

		/** A decimal number, as its text. */
		DECIMAL,

		/** A whole number, not negative. */
		NUMBER,

		/** One of a few words. */
		CHOICE

	}

}
