package io.gendan.messaging.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collection of ledgers: one document per order, one read and one bulk write per
 * batch. A write takes effect where the version is still the one that was read.
 */
public class LedgerStore {

	/** Name of the collection in every service's own database. */
	public static final String COLLECTION = "orders";

	/**
	 * What lists are asked for most beside the state; not every stage has all of them.
	 */
	private static final List<String> LISTED = List.of("summary.customer", "summary.customerId", "summary.enteredBy");

	private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

	private final MongoCollection<Document> collection;

	public LedgerStore(MongoCollection<Document> collection) {
		this.collection = collection;
	}

	/** Makes sure that the indexes stand. */
	public void createIndexes() {
		this.collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
		this.collection.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true));
		this.collection.createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
		this.collection.createIndex(Indexes.ascending("summary.state", "_id"));
		for (String listed : LISTED) {
			this.collection.createIndex(Indexes.ascending(listed, "_id"), new IndexOptions().sparse(true));
		}
	}

	/**
	 * Reads ledgers.
	 * @param orders order numbers
	 * @return one ledger per order, an empty one where there is no document
	 */
	public Map<String, Ledger> load(Collection<String> orders) {
		Map<String, Ledger> ledgers = new HashMap<>();
		for (Document document : this.collection.find(Filters.in("_id", orders))) {
			Ledger ledger = LedgerDocuments.ledger(document);
			ledgers.put(ledger.order(), ledger);
		}
		orders.forEach((order) -> ledgers.computeIfAbsent(order, Ledger::empty));
		return ledgers;
	}

	/**
	 * Writes changes, each whole or not at all.
	 * @param changes at most one per order
	 * @param now the present time
	 * @return orders whose document has changed since it was read; nothing of them is
	 * written
	 */
	public Set<String> write(List<LedgerChange> changes, Instant now) {
		if (changes.isEmpty()) {
			return Set.of();
		}
		List<WriteModel<Document>> writes = changes.stream().map((change) -> LedgerWrite.of(change, now)).toList();
		Set<String> conflicts = new HashSet<>();
		int done;
		try {
			BulkWriteResult result = this.collection.bulkWrite(writes, UNORDERED);
			done = result.getMatchedCount() + result.getInsertedCount();
		}
		catch (MongoBulkWriteException ex) {
			for (BulkWriteError error : ex.getWriteErrors()) {
				if (ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY) {
					throw ex;
				}
				conflicts.add(changes.get(error.getIndex()).order());
			}
			done = ex.getWriteResult().getMatchedCount() + ex.getWriteResult().getInsertedCount();
		}
		if (done + conflicts.size() < changes.size()) {
			conflicts.addAll(notWritten(changes));
		}
		return conflicts;
	}

	/**
	 * Marks orders as wholly published, where no event has been added since.
	 * @param marks what is acknowledged
	 */
	public void markPublished(Collection<PublishedMark> marks) {
		if (mark(marks) < marks.size()) {
			List<PublishedMark> again = atTheirPresentVersion(marks);
			if (!again.isEmpty()) {
				mark(again);
			}
		}
	}

	private int mark(Collection<PublishedMark> marks) {
		List<WriteModel<Document>> writes = new ArrayList<>(marks.size());
		for (PublishedMark mark : marks) {
			writes.add(new UpdateOneModel<>(LedgerWrite.at(mark),
					new Document("$max", new Document("published", mark.head().sequence())).append("$unset",
							new Document("pendingSince", ""))));
		}
		return this.collection.bulkWrite(writes, UNORDERED).getMatchedCount();
	}

	/**
	 * A document may have moved on, by another instance perhaps, without a new event: the
	 * mark is still true.
	 */
	private List<PublishedMark> atTheirPresentVersion(Collection<PublishedMark> marks) {
		Map<String, PublishedMark> byOrder = new HashMap<>();
		marks.forEach((mark) -> byOrder.put(mark.order(), mark));
		List<PublishedMark> again = new ArrayList<>();
		for (Document document : this.collection.find(Filters.in("_id", byOrder.keySet()))
			.projection(Projections.include("version", "head", "pendingSince"))) {
			PublishedMark mark = byOrder.get(document.getString("_id"));
			long version = LedgerDocuments.number(document, "version");
			if (mark != null && document.containsKey("pendingSince")
					&& mark.head().equals(LedgerDocuments.head(document.get("head", Document.class)))) {
				again.add(new PublishedMark(mark.order(), version, mark.head()));
			}
		}
		return again;
	}

	/**
	 * Orders with events that were written before an instant and are not known to be
	 * published, or that are due before another.
	 * @param pendingBefore events older than this
	 * @param dueBefore due before this
	 * @return what to look after
	 */
	public List<Unfinished> unfinished(Instant pendingBefore, Instant dueBefore) {
		List<Unfinished> unfinished = new ArrayList<>();
		Bson filter = Filters.or(Filters.lte("pendingSince", Date.from(pendingBefore)),
				Filters.lte("due", Date.from(dueBefore)));
		for (Document document : this.collection.find(filter).projection(Projections.include("pendingSince", "due"))) {
			Date pending = document.getDate("pendingSince");
			Date due = document.getDate("due");
			unfinished.add(new Unfinished(document.getString("_id"),
					pending != null && !pending.toInstant().isAfter(pendingBefore),
					(due != null) ? due.toInstant() : null));
		}
		return unfinished;
	}

	/**
	 * A page of summaries, by order number.
	 * @param filter summary field to the text it must have
	 * @param after order number after which the page starts
	 * @param limit rows at the most
	 * @return one row per order
	 */
	public List<Map<String, Object>> summaries(Map<String, String> filter, @Nullable String after, int limit) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (Document document : this.collection.find(SummaryFilter.of(filter, after))
			.projection(Projections.include("summary"))
			.sort(Sorts.ascending("_id"))
			.limit(limit)) {
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("order", document.getString("_id"));
			row.putAll(document.get("summary", Document.class));
			rows.add(row);
		}
		return rows;
	}

	private List<String> notWritten(List<LedgerChange> changes) {
		Map<String, LedgerChange> byOrder = new HashMap<>();
		changes.forEach((change) -> byOrder.put(change.order(), change));
		for (Document document : this.collection.find(Filters.in("_id", byOrder.keySet()))
			.projection(Projections.include(LedgerWrite.TOKENS))) {
			LedgerChange change = byOrder.get(document.getString("_id"));
			if (change != null && LedgerWrite.took(change, document)) {
				byOrder.remove(change.order());
			}
		}
		return List.copyOf(byOrder.keySet());
	}

}
