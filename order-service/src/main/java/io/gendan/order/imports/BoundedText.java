package io.gendan.order.imports;

import java.io.IOException;
import java.io.Reader;

/**
 * Lets a parser read only so far for one row: past that, somebody has forgotten a quote,
 * or means harm.
 */
final class BoundedText extends Reader {

	/** What a parser reads ahead. */
	private static final int SLACK = 16 * 1024;

	private final Reader text;

	private final int row;

	private long left;

	BoundedText(Reader text, int row) {
		this.text = text;
		this.row = row;
		nextRow();
	}

	/** The next row may be read. */
	void nextRow() {
		this.left = (long) this.row + SLACK;
	}

	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		if (this.left <= 0) {
			throw new RowTooLongException();
		}
		int read = this.text.read(buffer, offset, (int) Math.min(length, this.left));
		this.left -= Math.max(0, read);
		return read;
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

	/** The row does not end where a row must have ended. */
	static final class RowTooLongException extends IOException {

		RowTooLongException() {
			super("A row is longer than a row may be");
		}

	}

}
