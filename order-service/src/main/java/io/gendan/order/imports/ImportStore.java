package io.gendan.order.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/** Keeps imports: their progress, their files in pieces, and their refusals in pages. */
@Component
class ImportStore {

	/** One piece is in memory several times on its way. */
	private static final int CHUNK = 1024 * 1024;

	private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

	/** Who waits behind so many of one user comes with the next look. */
	private static final int MOST_RUNNING = 1000;

	private final MongoCollection<Document> imports;

	private final MongoCollection<Document> chunks;

	private final MongoCollection<Document> refusals;

	ImportStore(MongoDatabaseFactory mongo) {
		this.imports = mongo.getMongoDatabase().getCollection("order_imports");
		this.chunks = mongo.getMongoDatabase().getCollection("order_import_chunks");
		this.refusals = mongo.getMongoDatabase().getCollection("order_import_refusals");
	}

	Optional<ImportRecord> find(String id) {
		return Optional.ofNullable(this.imports.find(Filters.eq("_id", id)).first()).map(ImportDocuments::record);
	}

	/**
	 * Imports that are not at their end, without their mappings; those that began first
	 * come first.
	 * @param busy users whose imports are left out
	 * @return the first of them
	 */
	List<ImportRecord> running(Set<String> busy) {
		return records(this.imports
			.find(Filters.and(Filters.eq("state", ImportState.RUNNING.name()), Filters.nin("user", busy)))
			.projection(Projections.exclude("mapping"))
			.sort(Sorts.ascending("startedAt", "_id"))
			.limit(MOST_RUNNING));
	}

	/**
	 * A page of all imports of a kind, or of one user's, without their mappings; the
	 * newest first.
	 */
	List<ImportRecord> page(ImportKind kind, @Nullable ImportCursor after, @Nullable String user, int limit) {
		Bson from = (after == null) ? new Document() : Filters.or(Filters.lt("startedAt", Date.from(after.startedAt())),
				Filters.and(Filters.eq("startedAt", Date.from(after.startedAt())), Filters.lt("_id", after.id())));
		Bson of = (kind == ImportKind.ORDERS) ? Filters.in("kind", kind.name(), null) : Filters.eq("kind", kind.name());
		Bson whose = (user == null) ? Filters.and(of, from) : Filters.and(Filters.eq("user", user), of, from);
		return records(this.imports.find(whose)
			.projection(Projections.exclude("mapping"))
			.sort(Sorts.descending("startedAt", "_id"))
			.limit(limit));
	}

	private static List<ImportRecord> records(Iterable<Document> documents) {
		List<ImportRecord> records = new ArrayList<>();
		documents.forEach((document) -> records.add(ImportDocuments.record(document)));
		return records;
	}

	/** False if somebody else has begun it at the same moment. */
	boolean insert(ImportRecord record) {
		try {
			this.imports.insertOne(ImportDocuments.document(record));
			return true;
		}
		catch (MongoWriteException ex) {
			if (ErrorCategory.fromErrorCode(ex.getCode()) == ErrorCategory.DUPLICATE_KEY) {
				return false;
			}
			throw ex;
		}
	}

	/**
	 * Starts the next run.
	 * @param before the import as it has ended
	 * @param next its next run
	 * @return false if somebody else has started it, or its file has been removed
	 * meanwhile
	 */
	boolean restart(ImportRecord before, ImportRecord next) {
		return this.imports.replaceOne(Filters.and(Filters.eq("_id", before.id()), Filters.eq("run", before.run()),
				Filters.eq("chunks", before.chunks())), ImportDocuments.document(next))
			.getMatchedCount() == 1;
	}

	/** Ends a run that has not ended yet; false if it had. */
	boolean cancel(ImportRecord record, Instant at) {
		return this.imports.updateOne(
				Filters.and(Filters.eq("_id", record.id()), Filters.eq("run", record.run()),
						Filters.eq("state", ImportState.RUNNING.name())),
				new Document("$set", ImportDocuments.ended(ImportState.CANCELLED, at)))
			.getMatchedCount() == 1;
	}

	/** Keeps a file in pieces; keeping it again changes nothing. */
	int keep(String name, FileContent content) throws IOException {
		int count = 0;
		try (InputStream stream = content.open()) {
			byte[] chunk = stream.readNBytes(CHUNK);
			while (chunk.length > 0) {
				String chunkId = chunkId(name, count++);
				this.chunks.replaceOne(Filters.eq("_id", chunkId),
						new Document("_id", chunkId).append("data", new Binary(chunk)), UPSERT);
				chunk = stream.readNBytes(CHUNK);
			}
		}
		return count;
	}

	FileContent content(ImportRecord record) {
		return () -> new ChunkStream(record.chunks(), (number) -> {
			Document chunk = this.chunks.find(Filters.eq("_id", chunkId(record.content(), number))).first();
			if (chunk == null) {
				throw new IOException("Piece %d of import %s is not there".formatted(number, record.id()));
			}
			return chunk.get("data", Binary.class).getData();
		});
	}

	void refusals(ImportRecord record, int page, List<String> orders, List<RowFault> faults) {
		String pageId = pageId(record, page);
		this.refusals.replaceOne(Filters.eq("_id", pageId), new Document("_id", pageId).append("orders", orders)
			.append("faults", faults.stream().map(ImportDocuments::document).toList()), UPSERT);
	}

	/** The numbers of the refused orders, as they stand in the file. */
	Set<String> refusedOrders(ImportRecord record) {
		Set<String> orders = new HashSet<>();
		for (int page = 1; page <= record.refusalPages(); page++) {
			Document document = this.refusals.find(Filters.eq("_id", pageId(record, page)))
				.projection(Projections.include("orders"))
				.first();
			if (document != null) {
				orders.addAll(document.getList("orders", String.class, List.of()));
			}
		}
		return orders;
	}

	/** The refusals of an import, in the order of the file as far as its orders are. */
	List<RowFault> refusals(ImportRecord record, int limit) {
		List<RowFault> faults = new ArrayList<>();
		for (int page = 1; page <= record.refusalPages() && faults.size() < limit; page++) {
			Document document = this.refusals.find(Filters.eq("_id", pageId(record, page))).first();
			if (document != null) {
				document.getList("faults", Document.class)
					.stream()
					.limit((long) limit - faults.size())
					.map(ImportDocuments::fault)
					.forEach(faults::add);
			}
		}
		return faults;
	}

	/**
	 * Removes files of imports that ended long ago; their reports stay. It first says
	 * that the file is gone, so that nobody begins to read it; a removal that was broken
	 * off is done again.
	 * @param endedBefore imports that ended before this
	 * @param most how many at the most
	 * @return how many files were removed
	 */
	int removeFiles(Instant endedBefore, int most) {
		List<Document> due = this.imports.find(Filters.lt(ImportDocuments.FILE_SINCE, Date.from(endedBefore)))
			.projection(Projections.include("run", "content"))
			.limit(most)
			.into(new ArrayList<>());
		for (Document found : due) {
			Bson ended = Filters.and(Filters.eq("_id", found.get("_id")), Filters.eq("run", found.get("run")));
			if (this.imports.updateOne(ended, new Document("$set", new Document("chunks", 0))).getMatchedCount() == 1) {
				String name = found.getString("content");
				this.chunks.deleteMany(Filters.and(Filters.gte("_id", name + "/"), Filters.lt("_id", name + "0")));
				this.imports.updateOne(ended, new Document("$unset", new Document(ImportDocuments.FILE_SINCE, "")));
			}
		}
		return due.size();
	}

	/** Makes sure that the indexes stand. */
	void createIndexes() {
		this.imports.createIndex(Indexes.ascending("state", "startedAt", "_id"));
		this.imports.createIndex(Indexes.descending("startedAt", "_id"));
		this.imports
			.createIndex(Indexes.compoundIndex(Indexes.ascending("user"), Indexes.descending("startedAt", "_id")));
		this.imports.createIndex(Indexes.ascending(ImportDocuments.FILE_SINCE), new IndexOptions().sparse(true));
	}

	private static String chunkId(String name, int number) {
		return name + "/" + number;
	}

	private static String pageId(ImportRecord record, int page) {
		return record.id() + "/" + record.run() + "/" + page;
	}

}
