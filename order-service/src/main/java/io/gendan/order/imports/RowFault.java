package io.gendan.order.imports;

import java.util.Map;

/**
 * A fault of a file, with its place.
 *
 * @param row line of the file on which the row begins
 * @param order number in the file
 * @param field column, or name of the field if no column has it; empty for the whole row
 * @param code stable reason
 * @param facts what the text of the reason names
 */
record RowFault(long row, String order, String field, String code, Map<String, Object> facts) {
}
