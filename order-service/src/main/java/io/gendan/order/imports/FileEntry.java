package io.gendan.order.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All rows of one number.
 *
 * @param number number in the file, empty for rows without one
 * @param rows its rows, at least one, as they stand in the file; not all if there are
 * more than an order may have
 * @param count how many rows it has
 * @param bytes memory its rows take
 * @param strayRow line of a row beside it that says of no order that it belongs to it,
 * null if there is none
 */
record FileEntry(String number, List<Row> rows, int count, long bytes, @Nullable Long strayRow) {

	boolean cut() {
		return this.rows.size() < this.count;
	}

}
