package io.gendan.order.imports;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A mapping that has been checked; see {@link ImportMapping} for what the parts mean.
 *
 * @param kind what the file holds
 * @param columns field to column name
 * @param constants field to value, with placeholders
 * @param cycle field to values
 * @param extract field to regular expression
 * @param countryNames name to code
 * @param dates form of the dates, by field
 * @param zone zone of times without one
 * @param numbers form of the numbers
 * @param deliveryDays days from receipt to requested delivery
 * @param charset encoding
 * @param delimiter column delimiter
 * @param orderNumberPrefix before the number
 * @param cancellationPrefix of cancellations, empty if there are none
 * @param serviceItems stock codes that are no goods
 */
record ColumnMapping(ImportKind kind, Map<ImportField, String> columns, Map<ImportField, String> constants,
		Map<ImportField, List<String>> cycle, Map<ImportField, CellPattern> extract, Map<String, String> countryNames,
		Map<ImportField, DateForm> dates, ZoneId zone, NumberForm numbers, @Nullable Integer deliveryDays,
		Charset charset, char delimiter, String orderNumberPrefix, String cancellationPrefix,
		@Nullable CellPattern serviceItems) {

	/** How people find a field in their file. */
	String label(@Nullable ImportField field) {
		return (field != null) ? this.columns.getOrDefault(field, field.key()) : "";
	}

	DateForm form(ImportField field) {
		DateForm form = this.dates.get(field);
		if (form == null) {
			throw new IllegalArgumentException(field + " is no date");
		}
		return form;
	}

}
