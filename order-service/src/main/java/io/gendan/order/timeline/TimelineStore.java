package io.gendan.order.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoNamespace;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.RenameCollectionOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.gendan.contract.RecordedEvent;
import org.bson.Document;

/**
 * Timelines, one document per order. Events are appended as they arrive and sorted when
 * read, so that a write carries only what is new; {@code seen} keeps duplicates out.
 */
class TimelineStore {

	private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

	private static final int REMEMBERED = 10_000;

	private final MongoDatabase database;

	private final MongoCollection<Document> collection;

	private final RecentTimelines recent = new RecentTimelines(REMEMBERED);

	TimelineStore(MongoDatabase database, String name) {
		this(database, database.getCollection(name));
	}

	TimelineStore(MongoDatabase database, MongoCollection<Document> collection) {
		this.database = database;
		this.collection = collection;
	}

	/** The version stands in the index because writes ask for it with the order. */
	void createIndexes() {
		this.collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
	}

	void drop() {
		this.collection.drop();
	}

	/** Puts this collection in the place of another. */
	void replace(TimelineStore other) {
		this.collection.renameCollection(
				new MongoNamespace(this.database.getName(), other.collection.getNamespace().getCollectionName()),
				new RenameCollectionOptions().dropTarget(true));
		other.recent.forgetAll();
	}

	/**
	 * Adds events: one read of the orders that are not remembered, one write. What is
	 * there already is left out, and where another instance was faster it is tried again.
	 * @param events events of any orders
	 */
	void add(Collection<RecordedEvent> events) {
		Map<String, List<TimelineEntry>> byOrder = new LinkedHashMap<>();
		for (RecordedEvent event : events) {
			byOrder.computeIfAbsent(event.envelope().subject(), (order) -> new ArrayList<>())
				.add(TimelineEntry.of(event));
		}
		boolean written = false;
		while (!written) {
			long generation = this.recent.generation();
			Map<String, Seen> known = seen(byOrder.keySet());
			Map<String, Seen> after = new HashMap<>();
			List<WriteModel<Document>> writes = new ArrayList<>();
			byOrder.forEach((order, entries) -> {
				Seen seen = known.getOrDefault(order, Seen.NOTHING);
				List<TimelineEntry> fresh = seen.fresh(entries);
				if (!fresh.isEmpty()) {
					writes.add(write(order, seen.version(), fresh));
					after.put(order, seen.with(fresh));
				}
			});
			written = writes.isEmpty() || write(writes);
			if (written) {
				this.recent.remember(after, generation);
			}
			else {
				this.recent.forget(byOrder.keySet());
			}
		}
	}

	Optional<Timeline> find(String order) {
		return Optional.ofNullable(this.collection.find(Filters.eq("_id", order)).first()).map(TimelineStore::timeline);
	}

	/**
	 * The events of orders, without the sequence in which they came in: timelines with
	 * the same lines are the same byte for byte.
	 * @param orders which
	 * @return sorted lines, of those that are there
	 */
	Map<String, List<String>> lines(Collection<String> orders) {
		Map<String, List<String>> found = new HashMap<>();
		for (Document document : this.collection.find(Filters.in("_id", orders))) {
			found.put(document.getString("_id"), document.getList("entries", String.class).stream().sorted().toList());
		}
		return found;
	}

	/** All orders, read as they are asked for. */
	Iterable<String> orders() {
		return this.collection.find()
			.projection(Projections.include("_id"))
			.map((document) -> document.getString("_id"));
	}

	private Map<String, Seen> seen(Collection<String> orders) {
		Map<String, Seen> known = this.recent.recall(orders);
		List<String> unknown = orders.stream().filter((order) -> !known.containsKey(order)).toList();
		if (!unknown.isEmpty()) {
			for (Document document : this.collection.find(Filters.in("_id", unknown))
				.projection(Projections.include("version", "seen"))) {
				known.put(document.getString("_id"),
						new Seen(document.getLong("version"), Set.copyOf(document.getList("seen", String.class))));
			}
		}
		return known;
	}

	private static WriteModel<Document> write(String order, long version, List<TimelineEntry> fresh) {
		List<String> marks = fresh.stream().map(TimelineEntry::mark).toList();
		List<String> entries = fresh.stream().map(TimelineEntry::line).toList();
		if (version == 0) {
			return new InsertOneModel<>(
					new Document("_id", order).append("version", 1L).append("seen", marks).append("entries", entries));
		}
		return new UpdateOneModel<>(new Document("_id", order).append("version", version),
				new Document("$set", new Document("version", version + 1)).append("$push",
						new Document("seen", new Document("$each", marks)).append("entries",
								new Document("$each", entries))));
	}

	private boolean write(List<WriteModel<Document>> writes) {
		try {
			BulkWriteResult result = this.collection.bulkWrite(writes, UNORDERED);
			return result.getMatchedCount() + result.getInsertedCount() == writes.size();
		}
		catch (MongoBulkWriteException ex) {
			if (ex.getWriteErrors()
				.stream()
				.allMatch((error) -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY)) {
				return false;
			}
			throw ex;
		}
	}

	private static Timeline timeline(Document document) {
		String order = document.getString("_id");
		return new Timeline(order, document.getLong("version"),
				document.getList("entries", String.class)
					.stream()
					.map((line) -> TimelineEntry.of(order, line))
					.toList());
	}

}
