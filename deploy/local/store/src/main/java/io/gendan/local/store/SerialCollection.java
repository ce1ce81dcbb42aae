package io.gendan.local.store;

import java.util.List;
import java.util.function.Supplier;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;

/**
 * Writers take turns. Readers never wait, because a document that was handed out is never
 * changed: a writer works on a copy and puts that in its place, together with what
 * indexes say about it. What a writer gathered before it failed is forgotten.
 */
abstract class SerialCollection extends AbstractMongoCollection<Key> {

	private final Table table;

	SerialCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors,
			Table table) {
		super(database, name, options, cursors);
		this.table = table;
	}

	Table table() {
		return this.table;
	}

	@Override
	public synchronized void addDocument(Document document) {
		turn(() -> {
			super.addDocument(document);
			this.table.write();
			return document;
		});
	}

	@Override
	public synchronized void removeDocument(Document document) {
		turn(() -> {
			super.removeDocument(document);
			return document;
		});
	}

	@Override
	public synchronized List<Document> insertDocuments(List<Document> inserted, boolean ordered) {
		return super.insertDocuments(inserted, ordered);
	}

	@Override
	public synchronized Document updateDocuments(Document selector, Document update, ArrayFilters filters,
			boolean several, boolean upsert, Oplog oplog) {
		return turn(() -> super.updateDocuments(selector, update, filters, several, upsert, oplog));
	}

	@Override
	public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
		return super.deleteDocuments(selector, limit, oplog);
	}

	@Override
	public synchronized Document findAndModify(Document query) {
		return turn(() -> super.findAndModify(query));
	}

	@Override
	public synchronized void renameTo(MongoDatabase database, String name) {
		super.renameTo(database, name);
	}

	private <T> T turn(Supplier<T> work) {
		try {
			return work.get();
		}
		finally {
			this.table.discard();
		}
	}

	@Override
	protected boolean tracksDataSize() {
		return false;
	}

	@Override
	protected void updateDataSize(int difference) {
		// Not tracked: it would cost a second encoding of every document.
	}

	@Override
	protected int getDataSize() {
		return 0;
	}

}
