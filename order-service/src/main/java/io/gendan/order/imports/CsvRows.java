package io.gendan.order.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file one by one, the header apart. Blank lines are passed over. A file
 * that ends inside quotes gives its last row with that flaw.
 */
final class CsvRows implements Iterator<Row>, AutoCloseable {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final CSVParser parser;

	private final Iterator<CSVRecord> records;

	private final List<String> header;

	private @Nullable Row next;

	private CsvRows(CSVParser parser) {
		this.parser = parser;
		this.records = parser.iterator();
		this.header = this.records.next().stream().map(String::strip).toList();
		advance();
	}

	/**
	 * Opens a file.
	 * @param content the file
	 * @param mapping its encoding and delimiter
	 * @return its rows
	 * @throws IOException if it cannot be read
	 */
	static CsvRows open(FileContent content, ColumnMapping mapping) throws IOException {
		BufferedReader reader = new BufferedReader(
				new InputStreamReader(content.open(), mapping.charset().newDecoder()));
		reader.mark(1);
		if (reader.read() != BYTE_ORDER_MARK) {
			reader.reset();
		}
		CSVFormat format = CSVFormat.RFC4180.builder()
			.setDelimiter(mapping.delimiter())
			.setIgnoreEmptyLines(false)
			.setLenientEof(true)
			.get();
		return new CsvRows(CSVParser.builder().setReader(new MarkedEnd(reader)).setFormat(format).get());
	}

	List<String> header() {
		return this.header;
	}

	@Override
	public boolean hasNext() {
		return this.next != null;
	}

	@Override
	public Row next() {
		Row row = this.next;
		if (row == null) {
			throw new NoSuchElementException();
		}
		advance();
		return row;
	}

	@Override
	public void close() throws IOException {
		this.parser.close();
	}

	private void advance() {
		this.next = null;
		while (this.next == null) {
			long line = this.parser.getCurrentLineNumber() + 1;
			try {
				if (!this.records.hasNext()) {
					return;
				}
				this.next = row(line, this.records.next().toList());
			}
			catch (UncheckedIOException ex) {
				throw new MalformedRowException(line, ex);
			}
		}
	}

	/** Null for what is no row: a blank line, the mark of the end. */
	private @Nullable Row row(long line, List<String> cells) {
		String last = cells.getLast();
		if (last.endsWith(MarkedEnd.MARK)) {
			String rest = last.substring(0, last.length() - MarkedEnd.MARK.length());
			if (cells.size() == 1 && rest.isEmpty()) {
				return null;
			}
			List<String> broken = new ArrayList<>(cells);
			broken.set(cells.size() - 1, rest.stripTrailing());
			return new Row(line, broken, ImportRefusal.QUOTE_NOT_CLOSED);
		}
		if (cells.size() == 1 && last.isBlank()) {
			return null;
		}
		return new Row(line, cells, flaw(cells.size()));
	}

	private @Nullable ImportRefusal flaw(int cells) {
		if (cells < this.header.size()) {
			return ImportRefusal.ROW_INCOMPLETE;
		}
		return (cells > this.header.size()) ? ImportRefusal.ROW_TOO_LONG : null;
	}

	/** A row whose columns cannot be told apart. */
	static final class MalformedRowException extends RuntimeException {

		private final long line;

		MalformedRowException(long line, Throwable cause) {
			super(cause);
			this.line = line;
		}

		long line() {
			return this.line;
		}

	}

}
