package io.gendan.messaging.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.gendan.contract.Personal;
import io.gendan.messaging.store.BulkAnswer;
import io.gendan.messaging.store.BulkWrite;
import io.gendan.messaging.store.DocumentFault;
import io.gendan.messaging.query.ListFilter;
import io.gendan.messaging.query.ListPosition;
import io.gendan.messaging.query.ListSort;
import io.gendan.stage.Column;
import io.gendan.stage.StreamKind;
import io.gendan.stage.Visibility;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collection of ledgers: one document per subject, one read and one bulk write per
 * batch. A write takes effect where the version is still the one that was read.
 */
public class LedgerStore {

	/** Summary field with the number of the customer who orders. */
	public static final String CUSTOMER = "customerId";

	/** Summary field with the user who entered the order. */
	public static final String ENTERED_BY = "enteredBy";

	/** Summary fields with an index in every stage, beside the state. */
	private static final List<String> ALWAYS_INDEXED = List.of(CUSTOMER, ENTERED_BY);

	/** A few hundred bytes each. */
	private static final int UNFINISHED = 1000;

	private static final int ROUNDS = 1000;

	private final MongoCollection<Document> collection;

	private final StreamKind kind;

	private final Set<String> indexed = new LinkedHashSet<>();

	private final List<String> personal;

	private final SummaryPages pages;

	private final SealedRows sealed;

	/**
	 * The ledgers of a stage.
	 * @param collection where they are
	 * @param kind what they are ledgers of
	 * @param columns columns of the stage's lists, some of them with an index
	 */
	public LedgerStore(MongoCollection<Document> collection, StreamKind kind, List<Column> columns) {
		this.collection = collection;
		this.kind = kind;
		if (kind.owned()) {
			this.indexed.addAll(ALWAYS_INDEXED);
		}
		columns.stream().filter(Column::indexed).map(Column::name).forEach(this.indexed::add);
		this.pages = new SummaryPages(collection,
				columns.stream()
					.filter((column) -> column.form() == Column.Form.NUMBER)
					.map(Column::name)
					.collect(Collectors.toSet()));
		this.personal = columns.stream().filter(Column::personal).map(Column::name).toList();
		this.sealed = new SealedRows(collection, this.personal);
	}

	/** Makes sure that the indexes stand. */
	public void createIndexes() {
		this.collection.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true));
		this.collection.createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
		this.collection.createIndex(Indexes.ascending("summary.state", "_id"));
		this.collection.createIndex(Indexes.ascending("summary.sla", "summary.slaDue"),
				new IndexOptions().sparse(true));
		for (String field : this.indexed) {
			this.collection.createIndex(Indexes.ascending("summary." + field, "_id"), new IndexOptions().sparse(true));
		}
		if (!this.personal.isEmpty()) {
			this.sealed.createIndexes();
		}
	}

	/**
	 * Rows that are not shown wholly yet.
	 * @return none where no column is personal
	 */
	SealedRows sealedRows() {
		return this.sealed;
	}

	/**
	 * Reads ledgers.
	 * @param orders order numbers
	 * @return what was found; a document that cannot be read holds back no other
	 */
	public Ledgers load(Collection<String> orders) {
		Ledgers ledgers = new Ledgers();
		loadInto(ledgers, orders);
		return ledgers;
	}

	void loadInto(Ledgers ledgers, Collection<String> orders) {
		for (Document document : this.collection.find(Filters.in("_id", orders))) {
			ledgers.add(document);
		}
	}

	/**
	 * Looks up how large ledgers are, so that reading them can be planned.
	 * @param orders order numbers
	 * @return bytes by order number, as by {@link Ledger#bytes()}; orders without a
	 * document are left out
	 */
	public Map<String, Long> sizes(Collection<String> orders) {
		Map<String, Long> sizes = new HashMap<>();
		for (Document document : this.collection.find(Filters.in("_id", orders))
			.projection(Projections.include(LedgerWrite.BYTES))) {
			sizes.put(document.getString("_id"), LedgerWrite.bytes(document));
		}
		return sizes;
	}

	/**
	 * Writes changes, each whole or not at all.
	 * @param changes at most one per order
	 * @param now the present time
	 * @return the orders of which nothing is written, and why: another has written the
	 * document since it was read, or the store refuses this one
	 */
	public Map<String, DocumentFault> write(List<LedgerChange> changes, Instant now) {
		SortedMap<String, WriteModel<Document>> writes = new TreeMap<>();
		changes.forEach((change) -> writes.put(change.order(), LedgerWrite.of(change, now)));
		BulkAnswer answer = BulkWrite.to(this.collection, writes);
		if (answer.done() + answer.faults().size() == changes.size()) {
			return answer.faults();
		}
		Map<String, DocumentFault> faults = new HashMap<>(answer.faults());
		notWritten(changes).forEach((order) -> faults.putIfAbsent(order, DocumentFault.overtaken()));
		return faults;
	}

	/**
	 * Marks orders as wholly published, where no event has been added since.
	 * @param marks what is acknowledged, at most one per order
	 * @return orders whose document the store has not taken because of an error of its
	 * own; they are to be marked again
	 */
	public Set<String> markPublished(Collection<PublishedMark> marks) {
		BulkAnswer answer = mark(marks);
		Set<String> failed = new HashSet<>(answer.faults().keySet());
		if (answer.done() + failed.size() < marks.size()) {
			failed.addAll(mark(atTheirPresentVersion(marks)).faults().keySet());
		}
		return failed;
	}

	/**
	 * Forgets what lists show of a customer. It counts as a write, so that a
	 * decision that still knew the customer finds out and is made again.
	 * @param customer number of the customer
	 */
	void forget(String customer) {
		if (this.personal.isEmpty()) {
			return;
		}
		Document unset = new Document();
		this.personal.forEach((field) -> unset.append("summary." + field, ""));
		unset.append("summary." + SealedRows.AWAITED, "");
		Bson shown = Filters.and(Filters.eq("summary." + CUSTOMER, customer),
				Filters.or(this.personal.stream().map((field) -> Filters.exists("summary." + field)).toList()));
		List<Document> some = shown(shown);
		// Whoever writes meanwhile writes nothing in clear any more.
		for (int round = 0; !some.isEmpty() && round < ROUNDS; round++) {
			SortedMap<String, WriteModel<Document>> writes = new TreeMap<>();
			for (Document document : some) {
				long version = LedgerDocuments.number(document, "version");
				Document next = LedgerWrite.next(version, ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
				writes.put(document.getString("_id"),
						new UpdateOneModel<>(new Document("_id", document.getString("_id")).append("version", version),
								new Document("$set", next).append("$unset", unset)));
			}
			BulkAnswer answer = BulkWrite.to(this.collection, writes);
			if (!answer.faults().isEmpty()) {
				throw new IllegalStateException("The store does not let %d documents of %s be forgotten: %s"
					.formatted(answer.faults().size(), this.kind.label(), answer.faults().values().iterator().next()));
			}
			some = shown(shown);
		}
		if (!some.isEmpty()) {
			throw new IllegalStateException(
					"Documents of %s go on showing an erased customer".formatted(this.kind.label()));
		}
	}

	private List<Document> shown(Bson filter) {
		return this.collection.find(filter)
			.projection(Projections.include("version"))
			.limit(UNFINISHED)
			.into(new ArrayList<>());
	}

	private BulkAnswer mark(Collection<PublishedMark> marks) {
		SortedMap<String, WriteModel<Document>> writes = new TreeMap<>();
		for (PublishedMark mark : marks) {
			writes.put(mark.order(),
					new UpdateOneModel<>(LedgerWrite.at(mark),
							new Document("$max", new Document("published", mark.head().sequence())).append("$unset",
									new Document("pendingSince", ""))));
		}
		return BulkWrite.to(this.collection, writes);
	}

	/**
	 * Marks how far orders are published whose later events could not leave, so that the
	 * earlier ones do not leave again with every new try. A mark of a history that the
	 * store has lost changes nothing, and one that is not taken is no harm.
	 * @param marks their heads are the last events that left
	 */
	public void markParts(Collection<PublishedMark> marks) {
		SortedMap<String, WriteModel<Document>> writes = new TreeMap<>();
		for (PublishedMark mark : marks) {
			writes.put(mark.order(),
					new UpdateOneModel<>(new Document("_id", mark.order()).append("entries.hash", mark.head().hash()),
							new Document("$max", new Document("published", mark.head().sequence()))));
		}
		BulkWrite.to(this.collection, writes);
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
	 * Finds orders with events that are not known to be published and were not written a
	 * moment ago, or that are due before an instant.
	 * @param pendingBefore events older than this
	 * @param pendingAfter events younger than this: no clock that is right has written
	 * them
	 * @param dueBefore due before this
	 * @param found takes what to look after, one by one
	 */
	public void unfinished(Instant pendingBefore, Instant pendingAfter, Instant dueBefore, Consumer<Unfinished> found) {
		Bson filter = Filters.or(Filters.lte("pendingSince", Date.from(pendingBefore)),
				Filters.gt("pendingSince", Date.from(pendingAfter)), Filters.lte("due", Date.from(dueBefore)));
		for (Document document : this.collection.find(filter)
			.projection(Projections.include("pendingSince", "due", LedgerWrite.BYTES))
			.batchSize(UNFINISHED)) {
			Date pending = document.getDate("pendingSince");
			Date due = document.getDate("due");
			boolean left = pending != null
					&& (!pending.toInstant().isAfter(pendingBefore) || pending.toInstant().isAfter(pendingAfter));
			found.accept(new Unfinished(document.getString("_id"), left, LedgerWrite.bytes(document),
					(due != null) ? due.toInstant() : null));
		}
	}

	/**
	 * Counts orders that are overdue.
	 * @param sla name of the promise
	 * @param now the present time
	 * @return how many wait for longer than promised
	 */
	public long overdue(String sla, Instant now) {
		return this.collection
			.countDocuments(Filters.and(Filters.eq("summary.sla", sla), Filters.lt("summary.slaDue", now.toString())));
	}

	/**
	 * A page of summaries.
	 * @param filter which rows
	 * @param sort in which order
	 * @param visibility whose orders may be among them
	 * @param after the row after which the page starts, null for the first page
	 * @param limit rows at the most
	 * @return one row each, with the number under the label of the kind
	 */
	public List<Map<String, Object>> summaries(ListFilter filter, ListSort sort, Visibility visibility,
			@Nullable ListPosition after, int limit) {
		Bson rows = SummaryFilter.of(this.kind, filter, this.kind.owned() ? visibility : Visibility.EVERYTHING);
		String id = (after != null) ? this.kind.subject(after.number()) : null;
		return this.pages.page(rows, filter.columns().contains(String.valueOf(sort.column())), sort, id, after, limit)
			.stream()
			.map(this::row)
			.toList();
	}

	private Map<String, Object> row(Document document) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put(this.kind.label(), this.kind.number(document.getString("_id")));
		row.putAll(document.get("summary", Document.class));
		row.remove(SealedRows.AWAITED);
		this.personal.forEach((field) -> row.computeIfPresent(field, (name, value) -> Personal.read(value.toString())));
		return row;
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
