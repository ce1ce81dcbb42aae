package io.gendan.order.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param line line of the file on which it begins, 1 for the first
 * @param cells its cells, as they stand in the file
 * @param columns how many cells it has there
 * @param flaw why it cannot be used, null if it has as many cells as the header
 */
record Row(long line, List<String> cells, int columns, @Nullable ImportRefusal flaw) {

	private static final int OBJECT = 48;

	String cell(int column) {
		return (column >= 0 && column < this.cells.size()) ? this.cells.get(column) : "";
	}

	/**
	 * Whether the cells cannot be told apart, so that none of them is sure to be in its
	 * column.
	 */
	boolean shifted() {
		return this.flaw != null && this.flaw != ImportRefusal.CELL_TOO_LONG;
	}

	/** About how many bytes of memory it takes. */
	long bytes() {
		long bytes = OBJECT;
		for (String cell : this.cells) {
			bytes += OBJECT + 2L * cell.length();
		}
		return bytes;
	}

}
