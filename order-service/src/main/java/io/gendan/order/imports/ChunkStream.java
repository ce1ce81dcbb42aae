package io.gendan.order.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the pieces of a file one after the other, one at a time in memory. */
final class ChunkStream extends InputStream {

	private final int count;

	private final Source source;

	private int next;

	private InputStream piece = InputStream.nullInputStream();

	ChunkStream(int count, Source source) {
		this.count = count;
		this.source = source;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		int read = this.piece.read(buffer, offset, length);
		while (read < 0 && this.next < this.count) {
			this.piece = new ByteArrayInputStream(this.source.piece(this.next++));
			read = this.piece.read(buffer, offset, length);
		}
		return read;
	}

	/** Where the pieces come from. */
	@FunctionalInterface
	interface Source {

		/**
		 * Fetches a piece.
		 * @param number 0 for the first
		 * @return its bytes
		 * @throws IOException if it is not there
		 */
		byte[] piece(int number) throws IOException;

	}

}
