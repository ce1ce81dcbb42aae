package io.gendan.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

/**
 * A document as it was read or written last; never changed.
 *
 * @param document its fields
 * @param size bytes it takes before compression
 */
record StoredDocument(Document document, int size) {

	/** What MongoDB allows. */
	private static final int MOST_BYTES = 16 * 1024 * 1024;

	private static final int TOO_LARGE = 10334;

	static StoredDocument read(byte[] bytes) {
		return new StoredDocument(Bson.decode(bytes), bytes.length);
	}

	/**
	 * The bytes to store.
	 * @throws MongoServerError when they are too many; only this document is refused
	 */
	static byte[] write(Document document) {
		var bytes = Bson.encode(document);
		if (bytes.length > MOST_BYTES) {
			throw new MongoServerError(TOO_LARGE, "BSONObjectTooLarge",
					"document of %,d bytes is larger than %,d".formatted(bytes.length, MOST_BYTES));
		}
		return bytes;
	}

}
