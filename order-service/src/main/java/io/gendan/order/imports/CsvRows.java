package io.gendan.order.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file one by one, the header apart. Rows in which nothing stands are
 * passed over, whether they have delimiters or not. A file that ends inside quotes gives
 * its last row with that flaw.
 */
final class CsvRows implements Iterator<Row>, AutoCloseable {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final CSVParser parser;

	private final BoundedText text;

	private final FileLimits limits;

	private final boolean marked;

	private final Iterator<CSVRecord> records;

	private final List<String> header;

	private @Nullable Row next;

	private CsvRows(CSVParser parser, BoundedText text, FileLimits limits, boolean marked) {
		this.parser = parser;
		this.text = text;
		this.limits = limits;
		this.marked = marked;
		this.records = parser.iterator();
		this.header = header(this.records);
		advance();
	}

	/**
	 * Opens a file.
	 * @param content the file
	 * @param mapping its encoding and delimiter
	 * @param limits how long a row may be
	 * @return its rows
	 * @throws IOException if it cannot be read
	 * @throws MalformedRowException if the header or the first row is not one
	 */
	static CsvRows open(FileContent content, ColumnMapping mapping, FileLimits limits) throws IOException {
		BufferedReader reader = new BufferedReader(
				new InputStreamReader(content.open(), mapping.charset().newDecoder()));
		reader.mark(1);
		boolean marked = reader.read() == BYTE_ORDER_MARK;
		if (!marked) {
			reader.reset();
		}
		CSVFormat format = CSVFormat.RFC4180.builder()
			.setDelimiter(mapping.delimiter())
			.setIgnoreEmptyLines(false)
			.setLenientEof(true)
			.get();
		BoundedText text = new BoundedText(new MarkedEnd(reader), limits.rowCharacters());
		return new CsvRows(CSVParser.builder().setReader(text).setFormat(format).get(), text, limits, marked);
	}

	List<String> header() {
		return this.header;
	}

	/** Whether the file begins with a byte-order mark that is a character of its own. */
	boolean marked() {
		return this.marked;
	}

	/** What ends the lines of the file. */
	String lineEnd() {
		return Objects.requireNonNullElse(this.parser.getFirstEndOfLine(), "\r\n");
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

	private static List<String> header(Iterator<CSVRecord> records) {
		try {
			return records.next().stream().map(CellText::of).toList();
		}
		catch (UncheckedIOException ex) {
			throw new MalformedRowException(1, ex);
		}
	}

	private void advance() {
		this.next = null;
		while (this.next == null) {
			long line = this.parser.getCurrentLineNumber() + 1;
			try {
				this.text.nextRow();
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

	/** Null for what is no row: nothing but delimiters, the mark of the end. */
	private @Nullable Row row(long line, List<String> cells) {
		String last = cells.getLast();
		if (last.endsWith(MarkedEnd.MARK)) {
			String rest = last.substring(0, last.length() - MarkedEnd.MARK.length());
			if (cells.size() == 1 && rest.isEmpty()) {
				return null;
			}
			List<String> broken = new ArrayList<>(cells);
			broken.set(cells.size() - 1, rest.stripTrailing());
			return new Row(line, broken, broken.size(), ImportRefusal.QUOTE_NOT_CLOSED);
		}
		if (cells.stream().allMatch(CellText::blank)) {
			return null;
		}
		List<String> kept = (cells.size() > this.limits.columns())
				? List.copyOf(cells.subList(0, this.limits.columns())) : cells;
		return new Row(line, kept, cells.size(), flaw(cells));
	}

	private @Nullable ImportRefusal flaw(List<String> cells) {
		if (cells.size() < this.header.size()) {
			return ImportRefusal.ROW_INCOMPLETE;
		}
		if (cells.size() > this.header.size()) {
			return ImportRefusal.ROW_TOO_LONG;
		}
		return cells.stream().anyMatch((cell) -> cell.length() > this.limits.cellCharacters())
				? ImportRefusal.CELL_TOO_LONG : null;
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

		/** Whether it does not end, rather than being ill-formed. */
		boolean endless() {
			for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
				if (cause instanceof BoundedText.RowTooLongException) {
					return true;
				}
			}
			return false;
		}

	}

}
