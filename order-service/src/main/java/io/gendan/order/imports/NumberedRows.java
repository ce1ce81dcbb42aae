package io.gendan.order.imports;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Tells, row by row, which order each belongs to and which orders are not whole because a
 * row beside them cannot be given to any. A row without a number goes on with the order
 * above it; one whose cells are out of their columns may belong to either neighbour.
 */
final class NumberedRows {

	private final RowReader reader;

	private final Map<String, Integer> last = new HashMap<>();

	private final Map<String, Long> strayRows = new HashMap<>();

	private int count;

	private long bytes;

	private @Nullable String above;

	private @Nullable Long waiting;

	NumberedRows(RowReader reader) {
		this.reader = reader;
	}

	/** Takes the next row and tells how many numbers there are by now. */
	int add(Row row) {
		String number = this.reader.number(row);
		this.last.put(number, this.count++);
		this.bytes += row.bytes();
		if (number.isEmpty()) {
			stray(row);
		}
		else {
			if (this.waiting != null) {
				this.strayRows.putIfAbsent(number, this.waiting);
				this.waiting = null;
			}
			this.above = number;
		}
		return this.last.size();
	}

	/** About how many bytes all rows would take. */
	long bytes() {
		return this.bytes;
	}

	FileSurvey survey() {
		BitSet lastRows = new BitSet(this.count);
		this.last.values().forEach(lastRows::set);
		return new FileSurvey(this.count, this.last.size(), lastRows, this.strayRows);
	}

	private void stray(Row row) {
		if (this.above != null) {
			this.strayRows.putIfAbsent(this.above, row.line());
		}
		if (this.above == null || row.shifted()) {
			this.waiting = (this.waiting != null) ? this.waiting : Long.valueOf(row.line());
		}
	}

}
