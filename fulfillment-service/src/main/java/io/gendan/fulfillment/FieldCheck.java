package io.gendan.fulfillment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.gendan.stage.FieldReader;
import io.gendan.stage.FieldRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person typed in. A check returns the value if it is sound, else null, with
 * the fault noted.
 */
public final class FieldCheck extends FieldReader {

	/**
	 * A value that must be there.
	 * @param field path of the field
	 * @param value what was typed in
	 * @param <T> any type
	 * @return the value
	 */
	public <T> @Nullable T required(String field, @Nullable T value) {
		if (value == null) {
			fault(field, FieldRefusal.REQUIRED);
		}
		return value;
	}

	/**
	 * A list with at least one element.
	 * @param field path of the field
	 * @param list what was typed in
	 * @param max elements at the most
	 * @param <T> any type
	 * @return the list, empty if it is at fault
	 */
	public <T extends @Nullable Object> List<T> requiredList(String field, @Nullable List<T> list, int max) {
		if (list == null || list.isEmpty()) {
			fault(field, FieldRefusal.REQUIRED);
			return List.of();
		}
		if (list.size() > max) {
			fault(field, FulfillmentRefusal.TOO_MANY, Map.of("max", max));
			return List.of();
		}
		return list;
	}

	/**
	 * A number greater than zero. The decimals are counted before anything is computed,
	 * because a number such as {@code 1e999999999} must not be written out.
	 * @param field path of the field
	 * @param number what was typed in
	 * @param max the largest that makes sense
	 * @param decimals decimals at the most
	 * @return the number
	 */
	public @Nullable BigDecimal positive(String field, @Nullable BigDecimal number, BigDecimal max, int decimals) {
		if (number == null) {
			fault(field, FieldRefusal.REQUIRED);
		}
		else if (number.signum() <= 0) {
			fault(field, FulfillmentRefusal.NOT_POSITIVE);
		}
		else if (number.compareTo(max) > 0) {
			fault(field, FulfillmentRefusal.TOO_LARGE, Map.of("max", max.toPlainString()));
		}
		else if (number.stripTrailingZeros().scale() > decimals) {
			fault(field, FulfillmentRefusal.TOO_PRECISE, Map.of("max", decimals));
		}
		else {
			return number;
		}
		return null;
	}

	/**
	 * A number other than zero, less than zero too.
	 * @param field path of the field
	 * @param number what was typed in
	 * @param max the largest that makes sense, whatever its sign
	 * @param decimals decimals at the most
	 * @return the number
	 */
	public @Nullable BigDecimal signed(String field, @Nullable BigDecimal number, BigDecimal max, int decimals) {
		if (number != null && number.signum() == 0) {
			fault(field, FulfillmentRefusal.ZERO);
			return null;
		}
		return (positive(field, (number != null) ? number.abs() : null, max, decimals) != null) ? number : null;
	}

	/**
	 * A whole number within a range.
	 * @param field path of the field
	 * @param number what was typed in
	 * @param min the smallest
	 * @param max the largest
	 * @return the number
	 */
	public @Nullable Integer within(String field, @Nullable Integer number, int min, int max) {
		if (number == null) {
			fault(field, FieldRefusal.REQUIRED);
			return null;
		}
		if (number < min || number > max) {
			fault(field, FulfillmentRefusal.OUT_OF_RANGE, Map.of("min", min, "max", max));
			return null;
		}
		return number;
	}

	void between(String field, LocalDate date, LocalDate earliest, LocalDate latest) {
		if (date.isBefore(earliest)) {
			fault(field, FulfillmentRefusal.DATE_TOO_EARLY, Map.of("earliest", earliest.toString()));
		}
		else if (date.isAfter(latest)) {
			fault(field, FulfillmentRefusal.DATE_TOO_LATE, Map.of("latest", latest.toString()));
		}
	}

}
