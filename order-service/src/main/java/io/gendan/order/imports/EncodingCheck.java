package io.gendan.order.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.OptionalLong;

/** Finds the place where a file is not in the encoding it should be in. */
final class EncodingCheck {

	private static final int BUFFER = 64 * 1024;

	private EncodingCheck() {
	}

	/**
	 * The first line that cannot be decoded.
	 * @param content the file
	 * @param charset the encoding it should be in
	 * @return the line, 1 for the first, or empty if all can be decoded
	 * @throws IOException if the file cannot be read
	 */
	static OptionalLong wrongLine(FileContent content, Charset charset) throws IOException {
		CharsetDecoder decoder = charset.newDecoder();
		ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
		CharBuffer characters = CharBuffer.allocate(BUFFER);
		long line = 1;
		try (InputStream stream = content.open()) {
			boolean end = false;
			while (!end) {
				int read = stream.read(bytes.array(), bytes.position(), bytes.remaining());
				end = read < 0;
				bytes.position(bytes.position() + Math.max(0, read));
				bytes.flip();
				CoderResult result = CoderResult.OVERFLOW;
				while (result.isOverflow()) {
					result = decoder.decode(bytes, characters, end);
					characters.flip();
					line += characters.chars().filter((character) -> character == '\n').count();
					characters.clear();
				}
				if (result.isError()) {
					return OptionalLong.of(line);
				}
				bytes.compact();
			}
		}
		return OptionalLong.empty();
	}

}
