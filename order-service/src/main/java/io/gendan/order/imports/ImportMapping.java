package io.gendan.order.imports;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What stands where in a file, as a client sends it. A field is taken from its column; if
 * the mapping has no column for it or the cell is empty, from the constants; failing
 * that, from the cycle.
 *
 * @param note anything worth knowing for people
 * @param columns field to column name
 * @param constants field to value; <code>{customerId}</code> stands for the cell of that
 * field
 * @param cycle field to values, of which each order gets one by its number, always the
 * same one
 * @param extract field to a regular expression; the first group is what counts of a cell
 * that matches
 * @param countryNames name of a country to its ISO 3166 code
 * @param dateFormat pattern of dates, {@code yyyy-MM-dd HH:mm:ss} if left out
 * @param zone zone of times without one, {@code UTC} if left out
 * @param deliveryDays requested delivery as days after receipt, where no column has it
 * @param charset encoding of the file, {@code UTF-8} if left out
 * @param delimiter column delimiter, comma if left out
 * @param orderNumberPrefix what to put before the number of the file
 * @param cancellationPrefix with what the number of a cancellation begins
 * @param serviceItems regular expression of stock codes that are no goods; orders with
 * them are refused
 */
record ImportMapping(@Nullable String note, @Nullable Map<String, String> columns,
		@Nullable Map<String, String> constants, @Nullable Map<String, List<String>> cycle,
		@Nullable Map<String, String> extract, @Nullable Map<String, String> countryNames, @Nullable String dateFormat,
		@Nullable String zone, @Nullable Integer deliveryDays, @Nullable String charset, @Nullable String delimiter,
		@Nullable String orderNumberPrefix, @Nullable String cancellationPrefix, @Nullable String serviceItems) {
}
