package io.gendan.local.store;

import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** An index that allows for many documents with the same values. */
final class FieldIndex extends EmptyIndex<Key> implements StoredIndex {

	private final Entries entries;

	FieldIndex(String name, List<IndexKey> keys, Entries entries) {
		super(name, keys);
		this.entries = entries;
	}

	@Override
	public Entries entries() {
		return this.entries;
	}

	@Override
	public void add(Document document, Key position, MongoCollection<Key> collection) {
		this.entries.replace(Set.of(), values(document), position);
	}

	@Override
	public @Nullable Key remove(Document document) {
		this.entries.replace(values(document), Set.of(), Key.of(document.get("_id")));
		return null;
	}

	@Override
	public void updateInPlace(Document old, Document updated, Key position, MongoCollection<Key> collection) {
		if (this.entries.concerns(old, updated)) {
			this.entries.replace(values(old), values(updated), position);
		}
	}

	@Override
	public boolean isEmpty() {
		return !this.entries.isComplete();
	}

	private Set<KeyValue> values(Document document) {
		return this.entries.leavesOut(document) ? Set.of() : getKeyValues(document);
	}

}
