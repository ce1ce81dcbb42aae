package io.gendan.local.store;

import java.util.List;
import java.util.function.UnaryOperator;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;

/**
 * Gives a long answer in parts and reads each only when it is asked for, so that a look
 * at a whole collection needs little memory.
 */
final class SearchCursor extends AbstractCursor {

	private final Search search;

	private final UnaryOperator<Document> form;

	SearchCursor(long id, Search search, UnaryOperator<Document> form) {
		super(id);
		this.search = search;
		this.form = form;
	}

	@Override
	public synchronized boolean isEmpty() {
		return this.search.isEmpty();
	}

	@Override
	public synchronized List<Document> takeDocuments(int most) {
		return this.search.take((most > 0) ? most : Integer.MAX_VALUE)
			.stream()
			.map((found) -> this.form.apply(found.document()))
			.toList();
	}

}
