package io.gendan.order.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param line line of the file on which it begins, 1 for the first
 * @param cells its cells
 * @param flaw why it cannot be used, null if it has as many cells as the header
 */
record Row(long line, List<String> cells, @Nullable ImportRefusal flaw) {

	String cell(int column) {
		return (column >= 0 && column < this.cells.size()) ? this.cells.get(column).strip() : "";
	}

}
