package io.gendan.order.imports;

import java.io.IOException;
import java.io.Reader;

/**
 * Puts a mark on a line of its own after the end of a text: where it turns up inside a
 * cell, the text has ended inside quotes.
 */
final class MarkedEnd extends Reader {

	/** A private-use character, which no file of orders has at its end. */
	static final String MARK = "\uE000";

	private final Reader text;

	private String rest = "\n" + MARK;

	MarkedEnd(Reader text) {
		this.text = text;
	}

	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		int read = this.text.read(buffer, offset, length);
		if (read >= 0 || this.rest.isEmpty()) {
			return read;
		}
		int count = Math.min(length, this.rest.length());
		this.rest.getChars(0, count, buffer, offset);
		this.rest = this.rest.substring(count);
		return count;
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

}
