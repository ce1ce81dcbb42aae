package io.gendan.local.store;

import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** The index on {@code _id}: the documents themselves. */
final class PrimaryKey extends AbstractUniqueIndex<Key> {

	private final Table table;

	PrimaryKey(String name, List<IndexKey> keys, Table table) {
		super(name, keys, false);
		this.table = table;
	}

	@Override
	public void add(Document document, Key position, MongoCollection<Key> collection) {
		// The collection has put the document into the table.
	}

	@Override
	public void checkUpdate(Document old, Document updated, MongoCollection<Key> collection) {
		// An _id never changes.
	}

	@Override
	public void updateInPlace(Document old, Document updated, Key position, MongoCollection<Key> collection) {
		// An _id never changes.
	}

	@Override
	public Key getPosition(Document document) {
		return Key.of(document.get("_id"));
	}

	@Override
	protected @Nullable Key removeDocument(KeyValue values) {
		return getPosition(values);
	}

	@Override
	protected boolean putKeyPosition(KeyValue values, Key position) {
		return true;
	}

	@Override
	protected Iterable<Map.Entry<KeyValue, Key>> getIterable() {
		throw new UnsupportedOperationException("queries go by the plan");
	}

	@Override
	protected @Nullable Key getPosition(KeyValue values) {
		var position = Key.of(values.get(0));
		return this.table.contains(position) ? position : null;
	}

	@Override
	public boolean isEmpty() {
		return false;
	}

	@Override
	public long getCount() {
		return this.table.count();
	}

	@Override
	public long getDataSize() {
		return 0;
	}

}
