package io.gendan.order.imports;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Gathers the rows of a number until its last one; no more than an order may have. */
final class OpenEntry {

	private final String number;

	private final FileLimits limits;

	private final List<Row> rows = new ArrayList<>();

	private int count;

	private long bytes;

	OpenEntry(String number, FileLimits limits) {
		this.number = number;
		this.limits = limits;
	}

	/** Takes a row and tells how many bytes more are held because of it. */
	long add(Row row) {
		this.count++;
		long more = row.bytes();
		boolean first = this.rows.isEmpty();
		if (!first && (this.rows.size() < this.count - 1 || this.rows.size() == this.limits.orderRows()
				|| this.bytes + more > this.limits.orderBytes())) {
			return 0;
		}
		this.rows.add(row);
		this.bytes += more;
		return more;
	}

	long bytes() {
		return this.bytes;
	}

	FileEntry complete(@Nullable Long strayRow) {
		return new FileEntry(this.number, this.rows, this.count, this.bytes, strayRow);
	}

}
