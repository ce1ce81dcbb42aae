package io.gendan.order.imports;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, to be read as often as needed. */
@FunctionalInterface
interface FileContent {

	/**
	 * Opens the file at its beginning.
	 * @return the bytes; to be closed
	 * @throws IOException if they are not to be had
	 */
	InputStream open() throws IOException;

}
