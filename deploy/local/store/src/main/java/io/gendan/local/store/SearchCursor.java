package io.gendan.local.store;

import java.util.List;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;

/**
 * Gives a long answer in parts and reads each only when it is asked for, so that a look
 * at a whole collection needs little memory.
 */
final class SearchCursor extends AbstractCursor {

	private static final int MOST_BYTES = 4 * 1024 * 1024;

	private final Search search;

	private final FileCollection collection;

	SearchCursor(long id, Search search, FileCollection collection) {
		super(id);
		this.search = search;
		this.collection = collection;
	}

	@Override
	public synchronized boolean isEmpty() {
		return !this.search.hasNext();
	}

	@Override
	public synchronized List<Document> takeDocuments(int most) {
		return this.collection.read(this.search, (most > 0) ? most : Integer.MAX_VALUE, MOST_BYTES);
	}

}
