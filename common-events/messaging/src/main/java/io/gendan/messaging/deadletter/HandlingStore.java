package io.gendan.messaging.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters there are and what has been done about them, in the service's own
 * database; what is in them stays on their topics.
 */
public final class HandlingStore {

	/** Name of the collection. */
	public static final String COLLECTION = "deadLetters";

	/** No order number is longer. */
	private static final int LONGEST_ORDER = 200;

	/** Behind every {@linkplain StoredLetter#age() age}. */
	private static final String NEWEST = "~";

	/** Begins the {@code _id} of what says how far a partition has been entered. */
	private static final String POSITION = "position ";

	private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

	private final MongoCollection<Document> collection;

	public HandlingStore(MongoCollection<Document> collection) {
		this.collection = collection;
	}

	/** Makes sure that the letters of a page are found without the others. */
	void createIndexes() {
		this.collection.createIndex(Indexes.ascending("age"));
		this.collection.createIndex(Indexes.ascending("status", "age"));
		this.collection.createIndex(Indexes.ascending("order", "age"));
		this.collection.createIndex(Indexes.ascending("order", "turn"));
	}

	/**
	 * The newest letters, newest first.
	 * @param order only those about this order, null for all
	 * @param status only those of this status, null for all
	 * @param before only older ones than this, null for all
	 * @param limit letters at the most
	 * @return the letters
	 */
	List<LetterEntry> newest(@Nullable String order, @Nullable LetterStatus status, @Nullable StoredLetter before,
			int limit) {
		List<Bson> filter = new ArrayList<>();
		filter.add(Filters.lt("age", (before != null) ? before.age() : NEWEST));
		if (order != null) {
			filter.add(Filters.eq("order", order));
		}
		if (status != null) {
			filter.add(Filters.eq("status", status.name()));
		}
		return entries(this.collection.find(Filters.and(filter)).sort(Sorts.descending("age")).limit(limit));
	}

	/**
	 * The open letters of an order, in sequence.
	 * @param order order number
	 * @param after only those that come after this, null for all
	 * @param limit letters at the most
	 * @return the letters
	 */
	List<LetterEntry> open(String order, @Nullable StoredLetter after, int limit) {
		Bson filter = Filters.and(Filters.eq("order", order), Filters.eq("status", LetterStatus.OPEN.name()),
				Filters.gt("turn", (after != null) ? after.turn() : ""));
		return entries(this.collection.find(filter).sort(Sorts.ascending("turn")).limit(limit));
	}

	Handling of(String letter) {
		Document document = this.collection.find(Filters.eq("_id", letter)).first();
		return (document != null) ? handling(document) : Handling.OPEN;
	}

	void keep(String letter, Handling handling) {
		Document set = new Document("status", handling.status().name()).append("by", handling.by())
			.append("at", (handling.at() != null) ? Date.from(handling.at()) : null)
			.append("reason", handling.reason());
		this.collection.updateOne(Filters.eq("_id", letter), new Document("$set", set), UPSERT);
	}

	/**
	 * Enters letters; what has been done about them stays as it is.
	 * @param letters letters as they follow each other on their partitions
	 */
	void enter(List<StoredLetter> letters) {
		SortedMap<String, UpdateOneModel<Document>> entries = new TreeMap<>();
		SortedMap<String, UpdateOneModel<Document>> positions = new TreeMap<>();
		for (StoredLetter letter : letters) {
			entries.put(letter.identity(), upsert(letter.identity(), new Document("$set", entry(letter))
				.append("$setOnInsert", new Document("status", LetterStatus.OPEN.name()))));
			LetterId id = letter.id();
			String position = POSITION + id.topic() + "~" + id.partition();
			positions.put(position,
					upsert(position,
							new Document("$set", new Document("topic", id.topic()).append("partition", id.partition()))
								.append("$max", new Document("next", id.offset() + 1))));
		}
		// How far one has come is true only when all up to there is safe.
		for (SortedMap<String, UpdateOneModel<Document>> writes : List.of(entries, positions)) {
			this.collection.bulkWrite(List.copyOf(writes.values()), new BulkWriteOptions().ordered(false));
		}
	}

	/**
	 * How far letters have been entered.
	 * @return the offset after the last one, by partition
	 */
	Map<TopicPartition, Long> positions() {
		Map<TopicPartition, Long> positions = new HashMap<>();
		for (Document document : this.collection
			.find(Filters.and(Filters.gte("_id", POSITION), Filters.lt("_id", POSITION + "~")))) {
			positions.put(new TopicPartition(document.getString("topic"), document.getInteger("partition")),
					document.get("next", Number.class).longValue());
		}
		return positions;
	}

	/**
	 * How many letters nobody has looked after.
	 * @return a number
	 */
	long countOpen() {
		return this.collection.countDocuments(Filters.eq("status", LetterStatus.OPEN.name()));
	}

	private static Document entry(StoredLetter letter) {
		Document entry = new Document("place", letter.id().toString()).append("age", letter.age())
			.append("turn", letter.turn())
			.append("bytes", letter.bytes());
		String order = letter.order();
		return (order != null && order.length() <= LONGEST_ORDER) ? entry.append("order", order) : entry;
	}

	private static UpdateOneModel<Document> upsert(String id, Document update) {
		return new UpdateOneModel<>(Filters.eq("_id", id), update, UPSERT);
	}

	private static List<LetterEntry> entries(FindIterable<Document> documents) {
		List<LetterEntry> entries = new ArrayList<>();
		for (Document document : documents) {
			LetterId.parse(document.getString("place"))
				.ifPresent((id) -> entries.add(new LetterEntry(document.getString("_id"), id,
						document.get("bytes", Number.class).longValue(), handling(document))));
		}
		return entries;
	}

	private static Handling handling(Document document) {
		Date at = document.getDate("at");
		Instant instant = (at != null) ? at.toInstant() : null;
		return new Handling(LetterStatus.valueOf(document.getString("status")), document.getString("by"), instant,
				document.getString("reason"));
	}

}
