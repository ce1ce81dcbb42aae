package io.gendan.messaging.query;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Writes a table row by row, and holds no more of it than a few rows. */
public interface TableWriter extends AutoCloseable {

	/**
	 * Begins a table.
	 * @param format what it is written as
	 * @param out where to; left open
	 * @param header names of the columns
	 * @return to be closed when all rows are written
	 * @throws IOException if nobody reads any more
	 */
	static TableWriter of(ListFormat format, OutputStream out, List<String> header) throws IOException {
		return switch (format) {
			case CSV -> new CsvTable(out, header);
			case XLSX -> new XlsxTable(out, header);
		};
	}

	/**
	 * Writes a row.
	 * @param cells texts and numbers, null for nothing
	 * @throws IOException if nobody reads any more
	 */
	void row(List<@Nullable Object> cells) throws IOException;

	/**
	 * Writes what is left.
	 * @throws IOException if nobody reads any more
	 */
	@Override
	void close() throws IOException;

}
