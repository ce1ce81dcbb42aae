package io.gendan.local.store;

import java.util.List;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** A unique index, enforced on every write. */
final class UniqueIndex extends AbstractUniqueIndex<Key> implements StoredIndex {

	private final Entries entries;

	UniqueIndex(String name, List<IndexKey> keys, boolean sparse, Entries entries) {
		super(name, keys, sparse);
		this.entries = entries;
	}

	@Override
	public Entries entries() {
		return this.entries;
	}

	@Override
	public synchronized void add(Document document, Key position, MongoCollection<Key> collection) {
		this.entries.replace(Set.of(), values(document), position);
	}

	@Override
	public synchronized @Nullable Key remove(Document document) {
		var values = values(document);
		this.entries.replace(values, Set.of(), getPosition(document));
		return values.isEmpty() ? null : getPosition(document);
	}

	@Override
	public void updateInPlace(Document old, Document updated, Key position, MongoCollection<Key> collection) {
		if (this.entries.concerns(old, updated)) {
			this.entries.replace(values(old), values(updated), position);
		}
	}

	@Override
	public Key getPosition(Document document) {
		return Key.of(document.get("_id"));
	}

	@Override
	protected @Nullable Key getPosition(KeyValue values) {
		return this.entries.first(values);
	}

	private Set<KeyValue> values(Document document) {
		return this.entries.leavesOut(document) ? Set.of() : getKeyValues(document);
	}

	@Override
	protected Key removeDocument(KeyValue values) {
		throw new UnsupportedOperationException("documents are removed by their place");
	}

	@Override
	protected boolean putKeyPosition(KeyValue values, Key position) {
		throw new UnsupportedOperationException("documents are added by their place");
	}

	@Override
	protected Iterable<Map.Entry<KeyValue, Key>> getIterable() {
		throw new UnsupportedOperationException("queries go by the plan");
	}

	@Override
	public boolean isEmpty() {
		return !this.entries.isComplete();
	}

	@Override
	public long getCount() {
		return 0;
	}

	@Override
	public long getDataSize() {
		return 0;
	}

}
