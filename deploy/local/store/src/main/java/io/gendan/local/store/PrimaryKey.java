package io.gendan.local.store;

import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index on {@code _id}: the map of documents itself. */
final class PrimaryKey extends AbstractUniqueIndex<KeyValue> {

	private final MVMap<KeyValue, StoredDocument> documents;

	PrimaryKey(String name, List<IndexKey> keys, MVMap<KeyValue, StoredDocument> documents) {
		super(name, keys, false);
		this.documents = documents;
	}

	@Override
	public void add(Document document, KeyValue position, MongoCollection<KeyValue> collection) {
		// The collection has put the document into the map.
	}

	@Override
	public void checkUpdate(Document old, Document updated, MongoCollection<KeyValue> collection) {
		// An _id never changes.
	}

	@Override
	public void updateInPlace(Document old, Document updated, KeyValue position, MongoCollection<KeyValue> collection) {
		// An _id never changes.
	}

	@Override
	protected @Nullable KeyValue removeDocument(KeyValue key) {
		return getPosition(key);
	}

	@Override
	protected boolean putKeyPosition(KeyValue key, KeyValue position) {
		return true;
	}

	@Override
	protected Iterable<Map.Entry<KeyValue, KeyValue>> getIterable() {
		return this.documents.keySet().stream().map((key) -> Map.entry(key, key)).toList();
	}

	@Override
	protected @Nullable KeyValue getPosition(KeyValue key) {
		return this.documents.containsKey(key) ? key : null;
	}

	@Override
	public long getCount() {
		return this.documents.sizeAsLong();
	}

	@Override
	public long getDataSize() {
		return getCount();
	}

}
