package io.gendan.messaging.deadletter;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;

/** What has been done about dead letters, in the service's own database. */
public final class HandlingStore {

	/** Name of the collection. */
	public static final String COLLECTION = "deadLetters";

	private final MongoCollection<Document> collection;

	public HandlingStore(MongoCollection<Document> collection) {
		this.collection = collection;
	}

	/** Makes sure that the open ones are found without the others. */
	void createIndexes() {
		this.collection.createIndex(Indexes.ascending("status"));
	}

	Map<String, Handling> all() {
		return read(this.collection.find());
	}

	Handling of(String letter) {
		return read(this.collection.find(Filters.eq("_id", letter))).getOrDefault(letter, Handling.OPEN);
	}

	void keep(String letter, Handling handling) {
		Document document = new Document("_id", letter).append("status", handling.status().name())
			.append("by", handling.by())
			.append("at", (handling.at() != null) ? Date.from(handling.at()) : null)
			.append("reason", handling.reason());
		this.collection.replaceOne(Filters.eq("_id", letter), document, new ReplaceOptions().upsert(true));
	}

	/**
	 * Enters letters that nobody has looked after yet; what is known stays as it is.
	 * @param letters identities, sorted
	 */
	void open(List<String> letters) {
		List<UpdateOneModel<Document>> entered = letters.stream()
			.map((letter) -> new UpdateOneModel<Document>(Filters.eq("_id", letter),
					new Document("$setOnInsert", new Document("status", LetterStatus.OPEN.name())),
					new UpdateOptions().upsert(true)))
			.toList();
		this.collection.bulkWrite(entered, new BulkWriteOptions().ordered(false));
	}

	/**
	 * How many letters nobody has looked after.
	 * @return a number
	 */
	long countOpen() {
		return this.collection.countDocuments(Filters.eq("status", LetterStatus.OPEN.name()));
	}

	private static Map<String, Handling> read(Iterable<Document> documents) {
		Map<String, Handling> handlings = new HashMap<>();
		for (Document document : documents) {
			Date at = document.getDate("at");
			Instant instant = (at != null) ? at.toInstant() : null;
			handlings.put(document.getString("_id"), new Handling(LetterStatus.valueOf(document.getString("status")),
					document.getString("by"), instant, document.getString("reason")));
		}
		return handlings;
	}

}
