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

	/** Imports that are not at their end, those that began first come first. */
	List<ImportRecord> running() {
		return records(this.imports.find(Filters.eq("state", ImportState.RUNNING.name()))
			.sort(Sorts.ascending("startedAt", "_id")));
	}

	/** A page of all imports, or of one user's, the newest first. */
	List<ImportRecord> page(@Nullable ImportCursor after, @Nullable String user, int limit) {
		Bson from = (after == null) ? new Document() : Filters.or(Filters.lt("startedAt", Date.from(after.startedAt())),
				Filters.and(Filters.eq("startedAt", Date.from(after.startedAt())), Filters.lt("_id", after.id())));
		Bson whose = (user == null) ? from : Filters.and(Filters.eq("user", user), from);
		return records(this.imports.find(whose).sort(Sorts.descending("startedAt", "_id")).limit(limit));
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

	/** Starts the next run, unless somebody else has. */
	void restart(ImportRecord next) {
		this.imports.replaceOne(Filters.and(Filters.eq("_id", next.id()), Filters.eq("run", next.run() - 1)),
				ImportDocuments.document(next));
	}

	/** Ends a run that has not ended yet; false if it had. */
	boolean cancel(ImportRecord record, Instant at) {
		return this.imports
			.updateOne(
					Filters.and(Filters.eq("_id", record.id()), Filters.eq("run", record.run()),
							Filters.eq("state", ImportState.RUNNING.name())),
					new Document("$set",
							new Document("state", ImportState.CANCELLED.name()).append("finishedAt", Date.from(at))))
			.getMatchedCount() == 1;
	}

	/** Keeps a file in pieces; keeping it again changes nothing. */
	int keep(String id, FileContent content) throws IOException {
		int count = 0;
		try (InputStream stream = content.open()) {
			byte[] chunk = stream.readNBytes(CHUNK);
			while (chunk.length > 0) {
				String chunkId = chunkId(id, count++);
				this.chunks.replaceOne(Filters.eq("_id", chunkId),
						new Document("_id", chunkId).append("data", new Binary(chunk)), UPSERT);
				chunk = stream.readNBytes(CHUNK);
			}
		}
		return count;
	}

	FileContent content(ImportRecord record) {
		return () -> new ChunkStream(record.chunks(), (number) -> {
			Document chunk = this.chunks.find(Filters.eq("_id", chunkId(record.id(), number))).first();
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

	private static String chunkId(String id, int number) {
		return id + "/" + number;
	}

	private static String pageId(ImportRecord record, int page) {
		return record.id() + "/" + record.run() + "/" + page;
	}

}
