package io.gendan.order.timeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.engine.Verdict;
import org.bson.Document;

/**
 * Timelines in one collection, one document per order. Events are appended as they arrive
 * and sorted when read, so that a write carries only what is new; {@code seen} keeps
 * duplicates out and shows other content under the same number.
 */
final class TimelineCollection {

	private static final int REMEMBERED_ORDERS = 10_000;

	private static final long REMEMBERED_EVENTS = 300_000;

	private final MongoCollection<Document> collection;

	private final RecentTimelines recent = new RecentTimelines(REMEMBERED_ORDERS, REMEMBERED_EVENTS);

	TimelineCollection(MongoCollection<Document> collection) {
		this.collection = collection;
	}

	String name() {
		return this.collection.getNamespace().getCollectionName();
	}

	/** The version stands in the index because writes ask for it with the order. */
	void createIndexes() {
		this.collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
	}

	void drop() {
		this.collection.drop();
	}

	/**
	 * Adds events, in slices bounded by bytes: one read of the orders that are not
	 * remembered, one write. What is there already is left out, and where another
	 * instance was faster it is tried again.
	 * @param events events of any orders
	 * @return what became of each
	 * @throws com.mongodb.MongoException if the store is away
	 */
	List<Verdict> add(List<RecordedEvent> events) {
		return new TimelineAddition(this.collection, this.recent, events).all();
	}

	Optional<Timeline> find(String order) {
		return Optional.ofNullable(this.collection.find(Filters.eq("_id", order)).first())
			.map((document) -> new Timeline(order, document.getLong("version"),
					lines(document).stream().map((line) -> TimelineEntry.of(order, line)).toList()));
	}

	/** All orders with the size of their entries in bytes, read as they are asked for. */
	Iterable<Size> sizes() {
		return this.collection.find()
			.projection(Projections.include("bytes"))
			.map((document) -> new Size(document.getString("_id"), bytes(document)));
	}

	/**
	 * Some orders with the size of their entries; one that is not there has none.
	 * @param orders which
	 * @return as many as were asked for
	 */
	List<Size> sizes(Collection<String> orders) {
		Map<String, Long> sizes = new HashMap<>();
		for (Document document : this.collection.find(Filters.in("_id", orders))
			.projection(Projections.include("bytes"))) {
			sizes.put(document.getString("_id"), bytes(document));
		}
		return orders.stream().map((order) -> new Size(order, sizes.getOrDefault(order, 0L))).toList();
	}

	/**
	 * Some timelines as they are stored, read as they are asked for.
	 * @param orders which
	 * @return those that are there, in any sequence
	 */
	Iterable<Stored> stored(Collection<String> orders) {
		return this.collection.find(Filters.in("_id", orders))
			.map((document) -> new Stored(document.getString("_id"), lines(document).stream().sorted().toList(),
					document.getList("seen", String.class)));
	}

	Set<String> present(Collection<String> orders) {
		return this.collection.find(Filters.in("_id", orders))
			.projection(Projections.include("_id"))
			.map((document) -> document.getString("_id"))
			.into(new HashSet<>());
	}

	static Map<String, Seen> seen(MongoCollection<Document> collection, Collection<String> orders) {
		Map<String, Seen> seen = new HashMap<>();
		for (Document document : collection.find(Filters.in("_id", orders))
			.projection(Projections.include("version", "bytes", "seen"))) {
			seen.put(document.getString("_id"),
					Seen.of(document.getLong("version"), bytes(document), document.getList("seen", String.class)));
		}
		return seen;
	}

	private static List<String> lines(Document document) {
		return document.getList("entries", String.class);
	}

	/** Timelines of earlier versions do not know their size. */
	private static long bytes(Document document) {
		Long bytes = document.getLong("bytes");
		return (bytes != null) ? bytes : 0;
	}

	/**
	 * How large a timeline is.
	 *
	 * @param order order number
	 * @param bytes of its entries
	 */
	record Size(String order, long bytes) {
	}

	/**
	 * A timeline without the sequence in which its events came in: with the same lines it
	 * is the same byte for byte.
	 *
	 * @param order order number
	 * @param lines sorted
	 * @param marks one per event, see {@link Mark#text()}
	 */
	record Stored(String order, List<String> lines, List<String> marks) {
	}

}
