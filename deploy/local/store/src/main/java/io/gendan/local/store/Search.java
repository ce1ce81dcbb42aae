package io.gendan.local.store;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** A query under way: what is asked, and which documents are still to be looked at. */
final class Search {

	private final Document query;

	private final Collection<KeyValue> positions;

	private final @Nullable Document fields;

	private final Iterator<KeyValue> remaining;

	private int toSkip;

	private int toCome;

	Search(Document query, Collection<KeyValue> positions, int skip, int limit, @Nullable Document fields) {
		this.query = query;
		this.positions = positions;
		this.fields = (fields != null && !fields.isEmpty()) ? fields : null;
		this.remaining = positions.iterator();
		this.toSkip = skip;
		this.toCome = (limit > 0) ? limit : Integer.MAX_VALUE;
	}

	Document query() {
		return this.query;
	}

	Collection<KeyValue> positions() {
		return this.positions;
	}

	@Nullable Document fields() {
		return this.fields;
	}

	boolean hasNext() {
		return this.toCome > 0 && this.remaining.hasNext();
	}

	KeyValue next() {
		return this.remaining.next();
	}

	/** Counts a matching document; false when it is one of those to skip. */
	boolean counts() {
		if (this.toSkip > 0) {
			this.toSkip--;
			return false;
		}
		this.toCome--;
		return true;
	}

	List<Document> documents(FileCollection collection) {
		return collection.read(this, Integer.MAX_VALUE, Integer.MAX_VALUE);
	}

}
