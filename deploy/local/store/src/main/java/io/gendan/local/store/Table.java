package io.gendan.local.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a collection. Changes of a document and of what indexes say about it
 * are gathered and written as a whole. One thread at a time changes.
 */
final class Table {

	private final Engine engine;

	private final Space documents;

	private final List<Change> changes = new ArrayList<>();

	private final Map<Key, Optional<StoredDocument>> changed = new LinkedHashMap<>();

	private final Set<Space> touched = new LinkedHashSet<>();

	private long more;

	Table(Engine engine, Space documents) {
		this.engine = engine;
		this.documents = documents;
	}

	long count() {
		return this.documents.count();
	}

	boolean contains(Key key) {
		return read(key) != null;
	}

	@Nullable StoredDocument read(Key key) {
		return this.engine.document(fullKey(key), (full) -> {
			byte[] bytes = this.engine.get(full.bytes());
			return (bytes != null) ? StoredDocument.read(bytes) : null;
		});
	}

	/** Where all documents lie whose {@code _id} is in the range. */
	Scan scan(Range ids, boolean descending) {
		byte[] prefix = this.documents.start();
		return Scan.ofDocuments(this.engine, ids.start(prefix), ids.isAll() ? this.documents.end() : ids.end(prefix),
				prefix, descending);
	}

	/** Where the documents lie that an index names after the prefix. */
	Scan scanIndex(byte[] prefix, Range following, boolean descending) {
		return Scan.ofIndex(this.engine, following.start(prefix), following.end(prefix), prefix, descending);
	}

	void insert(Key key, Document document) {
		replace(key, document);
		this.more++;
		this.touched.add(this.documents);
	}

	void replace(Key key, Document document) {
		byte[] bytes = StoredDocument.write(document);
		this.changes.add(Change.put(fullKey(key).bytes(), bytes));
		this.changed.put(fullKey(key), Optional.of(new StoredDocument(document, bytes.length)));
	}

	void remove(Key key) {
		this.changes.add(Change.remove(fullKey(key).bytes()));
		this.changed.put(fullKey(key), Optional.empty());
		this.more--;
		this.touched.add(this.documents);
	}

	void change(Change change) {
		this.changes.add(change);
	}

	/** What is to be known about an index has changed. */
	void touch(Space index) {
		this.touched.add(index);
	}

	/** Writes what has been gathered. */
	void write() {
		try {
			for (var space : this.touched) {
				this.changes.add(Change.put(space.stateKey(), space.state(space == this.documents ? this.more : 0)));
			}
			this.engine.write(this.changes);
			this.changed.forEach((key, document) -> this.engine.remember(key, document.orElse(null)));
			this.documents.count(this.more);
		}
		finally {
			discard();
		}
	}

	/** Forgets what has been gathered. */
	void discard() {
		this.changes.clear();
		this.changed.clear();
		this.touched.clear();
		this.more = 0;
	}

	private Key fullKey(Key key) {
		return Key.at(this.documents.at(key.bytes()));
	}

}
