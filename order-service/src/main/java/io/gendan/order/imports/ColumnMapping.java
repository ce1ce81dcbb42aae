package io.gendan.order.imports;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A mapping that has been checked; see {@link ImportMapping} for what the parts mean.
 *
 * @param columns field to column name
 * @param constants field to value, with placeholders
 * @param cycle field to values
 * @param extract field to regular expression
 * @param countryNames name to code
 * @param dateFormat pattern as written in the mapping
 * @param dates reads it
 * @param zone zone of times without one
 * @param deliveryDays days from receipt to requested delivery
 * @param charset encoding
 * @param delimiter column delimiter
 * @param orderNumberPrefix before the number
 * @param cancellationPrefix of cancellations, empty if there are none
 * @param serviceItems stock codes that are no goods
 */
record ColumnMapping(Map<ImportField, String> columns, Map<ImportField, String> constants,
		Map<ImportField, List<String>> cycle, Map<ImportField, Pattern> extract, Map<String, String> countryNames,
		String dateFormat, DateTimeFormatter dates, ZoneId zone, @Nullable Integer deliveryDays, Charset charset,
		char delimiter, String orderNumberPrefix, String cancellationPrefix, @Nullable Pattern serviceItems) {

	/** How people find a field in their file. */
	String label(@Nullable ImportField field) {
		return (field != null) ? this.columns.getOrDefault(field, field.key()) : "";
	}

	/** The time a cell names, null if it does not have its form. */
	@Nullable Instant instant(String text) {
		try {
			TemporalAccessor parsed = this.dates.parseBest(text, OffsetDateTime::from, LocalDateTime::from,
					LocalDate::from);
			return switch (parsed) {
				case OffsetDateTime time -> time.toInstant();
				case LocalDateTime time -> time.atZone(this.zone).toInstant();
				default -> LocalDate.from(parsed).atStartOfDay(this.zone).toInstant();
			};
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
