package io.gendan.local.store;

import java.util.List;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.oplog.Oplog;

/** A database in the engine's files. */
final class FileDatabase extends AbstractSynchronizedMongoDatabase<Key> {

	private static final String ID = "_id";

	private final Engine engine;

	private final Catalog catalog;

	FileDatabase(String name, CursorRegistry cursors, Engine engine, Catalog catalog) {
		super(name, cursors);
		this.engine = engine;
		this.catalog = catalog;
		initializeNamespacesAndIndexes();
	}

	/**
	 * A collection is there with its name and its index on {@code _id}, or not at all.
	 */
	@Override
	protected synchronized MongoCollection<Key> resolveOrCreateCollection(String name) {
		var existing = resolveCollection(name, false);
		return (existing != null) ? existing : this.engine.together(() -> super.resolveOrCreateCollection(name));
	}

	@Override
	public synchronized MongoCollection<Key> createCollectionOrThrowIfExists(String name, CollectionOptions options) {
		return this.engine.together(() -> super.createCollectionOrThrowIfExists(name, options));
	}

	@Override
	protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
		return new FileCollection(this, name, options, this.cursorRegistry,
				this.catalog.table(getFullCollectionNamespace(name)));
	}

	@Override
	protected Index<Key> openOrCreateUniqueIndex(String collection, String index, List<IndexKey> keys, boolean sparse) {
		var fields = fields(keys);
		if (fields.equals(List.of(ID))) {
			return new PrimaryKey(index, keys, table(collection));
		}
		if (fields.contains(ID)) {
			return openOrCreateSecondaryIndex(collection, index, keys, sparse);
		}
		return new UniqueIndex(index, keys, sparse, entries(collection, index, keys, sparse));
	}

	@Override
	protected Index<Key> openOrCreateSecondaryIndex(String collection, String index, List<IndexKey> keys,
			boolean sparse) {
		if (fields(keys).getFirst().equals(ID)) {
			return new IdIndex(index, keys);
		}
		// At the end it adds nothing to the place that stands there anyway.
		var own = fields(keys).getLast().equals(ID) ? keys.subList(0, keys.size() - 1) : keys;
		return new FieldIndex(index, own, entries(collection, index, own, sparse));
	}

	private Entries entries(String collection, String index, List<IndexKey> keys, boolean sparse) {
		return new Entries(table(collection), this.catalog.index(getFullCollectionNamespace(collection), index),
				fields(keys), sparse);
	}

	private Table table(String collection) {
		return ((FileCollection) resolveCollection(collection, true)).table();
	}

	private static List<String> fields(List<IndexKey> keys) {
		return keys.stream().map(IndexKey::getKey).toList();
	}

	@Override
	protected void dropIndex(MongoCollection<Key> collection, String index) {
		super.dropIndex(collection, index);
		this.catalog.removeIndex(collection.getFullName(), index);
	}

	@Override
	public void dropCollection(String name, Oplog oplog) {
		super.dropCollection(name, oplog);
		this.catalog.remove(getFullCollectionNamespace(name));
	}

	@Override
	public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
		var oldName = collection.getFullName();
		super.moveCollection(from, collection, name);
		this.catalog.rename(oldName, getFullCollectionNamespace(name));
	}

	@Override
	protected long getFileSize() {
		return this.engine.size();
	}

	@Override
	protected long getStorageSize() {
		return this.engine.size();
	}

}
