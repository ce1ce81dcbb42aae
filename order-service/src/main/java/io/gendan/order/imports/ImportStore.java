package io.gendan.order.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.bson.types.Binary;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/** Keeps imports: their progress, their files in pieces, and their refusals in pages. */
@Component
class ImportStore {

	/** Well below what a document may hold. */
	private static final int CHUNK = 4 * 1024 * 1024;

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

	List<String> running() {
		List<String> running = new ArrayList<>();
		for (Document document : this.imports.find(Filters.eq("state", ImportState.RUNNING.name()))
			.projection(Projections.include("_id"))) {
			running.add(document.getString("_id"));
		}
		return running;
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

	void progress(ImportRecord record, ImportCounts counts) {
		update(record, ImportDocuments.counts(counts));
	}

	void finish(ImportRecord record, ImportCounts counts, Instant at) {
		update(record,
				ImportDocuments.counts(counts)
					.append("state", ImportState.DONE.name())
					.append("finishedAt", Date.from(at)));
	}

	void fail(ImportRecord record, String why, Instant at) {
		update(record, new Document("state", ImportState.FAILED.name()).append("finishedAt", Date.from(at))
			.append("failure", why));
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

	void refusals(ImportRecord record, int page, List<RowFault> faults) {
		String pageId = pageId(record, page);
		this.refusals.replaceOne(Filters.eq("_id", pageId),
				new Document("_id", pageId).append("faults", faults.stream().map(ImportDocuments::document).toList()),
				UPSERT);
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

	private void update(ImportRecord record, Document set) {
		this.imports.updateOne(Filters.and(Filters.eq("_id", record.id()), Filters.eq("run", record.run())),
				new Document("$set", set));
	}

	private static String chunkId(String id, int number) {
		return id + "/" + number;
	}

	private static String pageId(ImportRecord record, int page) {
		return record.id() + "/" + record.run() + "/" + page;
	}

}
