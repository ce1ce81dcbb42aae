package io.gendan.local.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection in the file. Writers take turns; readers never wait, because a document
 * that was handed out is never changed: a writer works on a copy and puts that in its
 * place.
 */
final class FileCollection extends AbstractMongoCollection<KeyValue> {

	private final DocumentFile file;

	private final MVMap<KeyValue, StoredDocument> documents;

	private final List<FieldIndex> fieldIndexes = new CopyOnWriteArrayList<>();

	private final QueryPlan plan = new QueryPlan(this.fieldIndexes);

	FileCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors,
			DocumentFile file) {
		super(database, name, options, cursors);
		this.file = file;
		this.documents = file.documents(database.getDatabaseName() + "." + name);
	}

	@Override
	protected QueryResult queryDocuments(Document query, @Nullable Document order, int skip, int limit, int batchSize,
			@Nullable Document fields) {
		return this.file.reading(() -> {
			var search = new Search(query, positions(query, order), skip, limit, fields);
			if (order != null && deriveComparator(order) != null && !isById(order)) {
				var unsorted = new Search(query, search.positions(), 0, 0, null);
				return matchDocumentsFromStream(unsorted.documents(this).stream(), query, order, skip, limit, batchSize,
						fields);
			}
			if (batchSize == 0) {
				return new QueryResult(search.documents(this));
			}
			return firstBatch(search, batchSize);
		});
	}

	private QueryResult firstBatch(Search search, int batchSize) {
		var cursor = new SearchCursor(this.cursorRegistry.generateCursorId(), search, this);
		var batch = cursor.takeDocuments(batchSize);
		if (cursor.isEmpty()) {
			return new QueryResult(batch);
		}
		this.cursorRegistry.add(cursor);
		return new QueryResult(batch, cursor);
	}

	/** Documents at the positions that match, at most so many and not many bytes more. */
	List<Document> read(Search search, int most, int bytes) {
		return this.file.reading(() -> {
			var found = new ArrayList<Document>();
			int left = bytes;
			while (found.size() < most && left > 0 && search.hasNext()) {
				var stored = this.documents.get(search.next());
				if (stored != null) {
					for (var document : match(stored, search)) {
						found.add(document);
						left -= stored.size();
					}
				}
			}
			return found;
		});
	}

	private List<Document> match(StoredDocument stored, Search search) {
		if (!documentMatchesQuery(stored.document(), search.query()) || !search.counts()) {
			return List.of();
		}
		if (search.fields() != null) {
			return matchDocumentsFromStream(search.query(), Stream.of(stored.document()), 0, 0, 0, null,
					search.fields())
				.collectDocuments();
		}
		return List.of(Thread.holdsLock(this) ? new Document(stored.document()) : stored.document());
	}

	private Collection<KeyValue> positions(Document query, @Nullable Document order) {
		var range = QueryPlan.idRange(query);
		var planned = this.plan.positions(query);
		var positions = new ArrayList<KeyValue>();
		if (planned != null) {
			planned.stream().filter((key) -> range == null || range.contains(key.get(0))).forEach(positions::add);
		}
		else {
			var from = (range != null) ? range.from() : null;
			var keys = this.documents.keyIterator((from != null) ? KeyType.key(from) : null);
			while (keys.hasNext()) {
				var key = keys.next();
				if (range != null && range.isBefore(key.get(0))) {
					break;
				}
				positions.add(key);
			}
		}
		if (order != null && isById(order)) {
			var type = new KeyType();
			positions
				.sort(isDescending(order.get(getIdField())) ? (one, other) -> type.compare(other, one) : type::compare);
		}
		else if (isNaturalDescending(order)) {
			return positions.reversed();
		}
		return positions;
	}

	private boolean isById(Document order) {
		return order.size() == 1 && order.containsKey(getIdField());
	}

	private static boolean isDescending(@Nullable Object direction) {
		return direction instanceof Number number && number.intValue() < 0;
	}

	@Override
	protected QueryResult matchDocuments(Document query, @Nullable Document order, int skip, int limit, int batchSize,
			@Nullable Document fields) {
		return queryDocuments(query, order, skip, limit, batchSize, fields);
	}

	@Override
	protected KeyValue addDocumentInternal(Document document) {
		var field = getIdField();
		var key = KeyType.key((field != null) ? document.get(field) : UUID.randomUUID());
		this.documents.put(key, StoredDocument.of(document));
		return key;
	}

	@Override
	protected void handleUpdate(KeyValue position, Document old, Document updated) {
		this.documents.put(position, StoredDocument.of(updated));
	}

	@Override
	protected void removeDocument(KeyValue position) {
		this.documents.remove(position);
	}

	@Override
	protected @Nullable Document getDocument(KeyValue position) {
		var stored = this.documents.get(position);
		return (stored != null) ? stored.document() : null;
	}

	@Override
	protected Stream<DocumentWithPosition<KeyValue>> streamAllDocumentsWithPosition() {
		return this.documents.entrySet()
			.stream()
			.map((entry) -> new DocumentWithPosition<>(entry.getValue().document(), entry.getKey()));
	}

	@Override
	public synchronized void addIndex(Index<KeyValue> index) {
		super.addIndex(index);
		if (index instanceof FieldIndex fieldIndex && getIndexes().contains(index)) {
			this.fieldIndexes.add(fieldIndex);
		}
	}

	@Override
	public synchronized void dropIndex(String name) {
		super.dropIndex(name);
		this.fieldIndexes.removeIf((index) -> index.getName().equals(name));
	}

	@Override
	public synchronized void addDocument(Document document) {
		super.addDocument(document);
	}

	@Override
	public synchronized void removeDocument(Document document) {
		super.removeDocument(document);
	}

	@Override
	public synchronized List<Document> insertDocuments(List<Document> inserted, boolean ordered) {
		return super.insertDocuments(inserted, ordered);
	}

	@Override
	public synchronized Document updateDocuments(Document selector, Document update, ArrayFilters filters,
			boolean several, boolean upsert, Oplog oplog) {
		return super.updateDocuments(selector, update, filters, several, upsert, oplog);
	}

	@Override
	public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
		return super.deleteDocuments(selector, limit, oplog);
	}

	@Override
	public synchronized Document findAndModify(Document query) {
		return super.findAndModify(query);
	}

	@Override
	public synchronized void renameTo(MongoDatabase database, String name) {
		super.renameTo(database, name);
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

	@Override
	public int count() {
		return this.documents.size();
	}

	@Override
	public boolean isEmpty() {
		return this.documents.isEmpty();
	}

}
