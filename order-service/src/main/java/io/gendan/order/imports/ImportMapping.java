package io.gendan.order.imports;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What stands where in a file, as a client sends it. A field is taken from its column; if
 * the mapping has no column for it or the cell is empty, from the constants; failing
 * that, from the cycle. A field of the order as a whole may stand on any row of the
 * order; a blank cell says nothing.
 *
 * @param note anything worth knowing for people
 * @param columns field to column name
 * @param constants field to value; <code>{customerId}</code> stands for the cell of that
 * field
 * @param cycle field to values, of which each order gets one by its number, always the
 * same one
 * @param extract field to a regular expression (RE2); the first group is what counts of a
 * cell that matches
 * @param countryNames name of a country to its ISO 3166 code
 * @param dateFormat pattern of all dates of the file; {@code yyyy-MM-dd HH:mm:ss}, where
 * the time may be left out, if left out
 * @param dateFormats field to the pattern of its dates, where it is another one
 * @param zone zone of times without one, {@code UTC} if left out
 * @param decimalSeparator decimal sign, a point or a comma; a point if left out
 * @param groupingSeparator sign between thousands: point, comma, space or apostrophe; an
 * empty text if there is none. If left out, the other one of point and comma where
 * {@code decimalSeparator} is given, else none
 * @param deliveryDays requested delivery as days after receipt, where no column has it
 * @param charset encoding of the file, {@code UTF-8} if left out
 * @param delimiter column delimiter, comma if left out
 * @param orderNumberPrefix what to put before the number of the file
 * @param cancellationPrefix with what the number of a cancellation begins
 * @param serviceItems regular expression (RE2) of stock codes that are no goods; orders
 * with them are refused
 */
record ImportMapping(@Nullable String note, @Nullable Map<String, String> columns,
		@Nullable Map<String, String> constants, @Nullable Map<String, List<String>> cycle,
		@Nullable Map<String, String> extract, @Nullable Map<String, String> countryNames, @Nullable String dateFormat,
		@Nullable Map<String, String> dateFormats, @Nullable String zone, @Nullable String decimalSeparator,
		@Nullable String groupingSeparator, @Nullable Integer deliveryDays, @Nullable String charset,
		@Nullable String delimiter, @Nullable String orderNumberPrefix, @Nullable String cancellationPrefix,
		@Nullable String serviceItems) {
}
