package io.gendan.order.imports;

import java.util.List;

/**
 * All rows of one number.
 *
 * @param number number in the file, empty for rows without one
 * @param rows its rows, at least one, as they stand in the file
 */
record FileOrder(String number, List<Row> rows) {
}
