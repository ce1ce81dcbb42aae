package io.gendan.local.store;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/** A collection in the engine's files: how its documents are found and kept. */
final class FileCollection extends SerialCollection {

	private final List<Entries> entries = new CopyOnWriteArrayList<>();

	private final QueryPlan plan;

	FileCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors,
			Table table) {
		super(database, name, options, cursors, table);
		this.plan = new QueryPlan(table, this.entries);
	}

	@Override
	protected QueryResult queryDocuments(Document query, @Nullable Document order, int skip, int limit, int batchSize,
			@Nullable Document fields) {
		var search = search(query, Sort.of(order), skip, limit);
		var form = form(fields);
		if (Thread.holdsLock(this)) {
			// What is changed now must not change what is found next.
			var first = search.take();
			if (search.isEmpty()) {
				return new QueryResult(first.stream().map((found) -> form.apply(found.document())).toList());
			}
			var keys = Stream.concat(first.stream(), search.stream()).map(Search.Found::key).toList();
			return all(new Search(table(), Listed.asTheyAre(keys), (document) -> true, 0, 0), form);
		}
		if (batchSize == 0) {
			return all(search, form);
		}
		var cursor = new SearchCursor(this.cursorRegistry.generateCursorId(), search, form);
		var batch = cursor.takeDocuments(batchSize);
		if (cursor.isEmpty()) {
			return new QueryResult(batch);
		}
		this.cursorRegistry.add(cursor);
		return new QueryResult(batch, cursor);
	}

	private static QueryResult all(Search search, UnaryOperator<Document> form) {
		return new QueryResult(() -> search.stream().map((found) -> form.apply(found.document())).iterator());
	}

	private Search search(Document query, Sort sort, int skip, int limit) {
		var access = this.plan.access(query, sort);
		var positions = access.positions();
		if (!access.isSorted()) {
			var all = new Search(table(), positions, (document) -> documentMatchesQuery(document, query), 0, 0);
			positions = sort.sorted(all, (limit > 0) ? Math.addExact(skip, limit) : Integer.MAX_VALUE);
		}
		return new Search(table(), positions, (document) -> documentMatchesQuery(document, query), skip, limit);
	}

	private UnaryOperator<Document> form(@Nullable Document fields) {
		if (fields != null && !fields.isEmpty()) {
			return (document) -> matchDocumentsFromStream(new Document(), Stream.of(document), 0, 0, 0, null, fields)
				.iterator()
				.next();
		}
		return Thread.holdsLock(this) ? Document::new : UnaryOperator.identity();
	}

	@Override
	protected QueryResult matchDocuments(Document query, @Nullable Document order, int skip, int limit, int batchSize,
			@Nullable Document fields) {
		return queryDocuments(query, order, skip, limit, batchSize, fields);
	}

	@Override
	protected Key addDocumentInternal(Document document) {
		var field = getIdField();
		var key = Key.of((field != null) ? document.get(field) : UUID.randomUUID().toString());
		table().insert(key, document);
		return key;
	}

	@Override
	protected void handleUpdate(Key position, Document old, Document updated) {
		table().replace(position, updated);
		table().write();
	}

	@Override
	protected void removeDocument(Key position) {
		table().remove(position);
		table().write();
	}

	@Override
	protected @Nullable Document getDocument(Key position) {
		var stored = table().read(position);
		return (stored != null) ? stored.document() : null;
	}

	@Override
	protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
		var search = new Search(table(), table().scan(Range.ALL, false), (document) -> true, 0, 0);
		return search.stream().map((found) -> new DocumentWithPosition<>(found.document(), found.key()));
	}

	/** Once written to its end, an index is never written anew. */
	@Override
	public synchronized void addIndex(Index<Key> index) {
		boolean known = getIndexes().stream().anyMatch((existing) -> existing.getName().equals(index.getName()));
		if (!known && index instanceof StoredIndex stored) {
			if (!stored.entries().isComplete()) {
				build(index, stored.entries());
			}
			this.entries.add(stored.entries());
		}
		super.addIndex(index);
	}

	private void build(Index<Key> index, Entries target) {
		target.begin();
		try {
			streamAllDocumentsWithPosition().forEach((found) -> {
				index.checkAdd(found.getDocument(), this);
				index.add(found.getDocument(), found.getPosition(), this);
				table().write();
			});
		}
		catch (MongoServerError ex) {
			throw new IndexBuildFailedException(ex, this);
		}
		target.complete();
	}

	@Override
	public synchronized void dropIndex(String name) {
		getIndexes().stream()
			.filter((index) -> index.getName().equals(name) && index instanceof StoredIndex)
			.forEach((index) -> this.entries.remove(((StoredIndex) index).entries()));
		super.dropIndex(name);
	}

	@Override
	public int count() {
		return Math.toIntExact(table().count());
	}

	@Override
	public boolean isEmpty() {
		return table().count() == 0;
	}

}
