package io.gendan.local.store;

import java.util.List;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.oplog.Oplog;

/** A database in the file. */
final class FileDatabase extends AbstractSynchronizedMongoDatabase<KeyValue> {

	private static final String ID = "_id";

	private final DocumentFile file;

	FileDatabase(String name, CursorRegistry cursors, DocumentFile file) {
		super(name, cursors);
		this.file = file;
		initializeNamespacesAndIndexes();
	}

	@Override
	protected MongoCollection<KeyValue> openOrCreateCollection(String name, CollectionOptions options) {
		return new FileCollection(this, name, options, this.cursorRegistry, this.file);
	}

	@Override
	protected Index<KeyValue> openOrCreateUniqueIndex(String collection, String index, List<IndexKey> keys,
			boolean sparse) {
		var fullName = getFullCollectionNamespace(collection);
		var fields = keys.stream().map(IndexKey::getKey).toList();
		if (fields.equals(List.of(ID))) {
			return new PrimaryKey(index, keys, this.file.documents(fullName));
		}
		if (fields.contains(ID)) {
			// Nothing to enforce that _id does not, and a look at _id finds as fast.
			return new EmptyIndex<>(index, keys);
		}
		return new UniqueIndex(index, keys, sparse, this.file.uniqueKeys(fullName, index));
	}

	@Override
	protected Index<KeyValue> openOrCreateSecondaryIndex(String collection, String index, List<IndexKey> keys,
			boolean sparse) {
		return new FieldIndex(index, keys, this.file.keys(getFullCollectionNamespace(collection), index));
	}

	@Override
	protected void dropIndex(MongoCollection<KeyValue> collection, String index) {
		super.dropIndex(collection, index);
		this.file.removeIndex(collection.getFullName(), index);
	}

	@Override
	public void dropCollection(String name, Oplog oplog) {
		super.dropCollection(name, oplog);
		this.file.remove(getFullCollectionNamespace(name));
	}

	@Override
	public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
		var oldName = collection.getFullName();
		super.moveCollection(from, collection, name);
		this.file.rename(oldName, getFullCollectionNamespace(name));
	}

	@Override
	protected long getFileSize() {
		return this.file.size();
	}

	@Override
	protected long getStorageSize() {
		return this.file.size();
	}

}
