package io.gendan.order.imports;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/**
 * The entries of a file, one of each number, each given out once its last row has been
 * read; only the entries in between are kept in memory.
 */
final class FileEntries implements Iterator<FileEntry>, AutoCloseable {

	private final CsvRows rows;

	private final RowReader reader;

	private final FileSurvey survey;

	private final FileLimits limits;

	private final Map<String, OpenEntry> open = new HashMap<>();

	private int position;

	private long held;

	private @Nullable FileEntry next;

	private FileEntries(CsvRows rows, ColumnMapping mapping, FileSurvey survey, FileLimits limits) {
		this.rows = rows;
		this.reader = new RowReader(mapping, rows.header());
		this.survey = survey;
		this.limits = limits;
		advance();
	}

	static FileEntries open(FileContent content, ColumnMapping mapping, FileSurvey survey, FileLimits limits)
			throws IOException {
		return new FileEntries(CsvRows.open(content, mapping, limits), mapping, survey, limits);
	}

	RowReader reader() {
		return this.reader;
	}

	@Override
	public boolean hasNext() {
		return this.next != null;
	}

	/**
	 * The next order whose last row has come.
	 * @return the order
	 * @throws ScatteredException if more rows wait for others of their order than can be
	 * kept
	 */
	@Override
	public FileEntry next() {
		FileEntry order = this.next;
		if (order == null) {
			throw new NoSuchElementException();
		}
		advance();
		return order;
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

	private void advance() {
		this.next = null;
		while (this.next == null && this.rows.hasNext()) {
			Row row = this.rows.next();
			String number = this.reader.number(row);
			OpenEntry order = this.open.computeIfAbsent(number, (key) -> new OpenEntry(key, this.limits));
			this.held += order.add(row);
			if (this.survey.lastRows().get(this.position++)) {
				this.open.remove(number);
				this.held -= order.bytes();
				this.next = order.complete(this.survey.strayRows().get(number));
			}
			else if (this.held > this.limits.openBytes()) {
				throw new ScatteredException(row.line());
			}
		}
	}

	/** Too many orders have rows here and rows further down. */
	static final class ScatteredException extends RuntimeException {

		private final long line;

		ScatteredException(long line) {
			super("Too many orders are still open in row " + line);
			this.line = line;
		}

		long line() {
			return this.line;
		}

	}

}
