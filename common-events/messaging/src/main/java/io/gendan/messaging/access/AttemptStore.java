package io.gendan.messaging.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The collection of refused attempts; ids grow with time. */
final class AttemptStore {

	private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

	private final MongoCollection<Document> collection;

	AttemptStore(MongoCollection<Document> collection) {
		this.collection = collection;
	}

	void createIndexes() {
		this.collection.createIndex(Indexes.ascending("user", "_id"));
		this.collection.createIndex(Indexes.ascending("reason", "_id"));
		this.collection.createIndex(Indexes.ascending("to"));
	}

	void write(List<Tally> tallies) {
		this.collection.insertMany(tallies.stream().map(AttemptStore::document).toList(), UNORDERED);
	}

	/** An index that expires does the same, but not every store has one. */
	void forgetBefore(Instant instant) {
		this.collection.deleteMany(Filters.lt("to", Date.from(instant)));
	}

	List<AttemptView> find(@Nullable String user, RefusedAttempt.@Nullable Reason reason, @Nullable String after,
			int limit) {
		List<Bson> filter = new ArrayList<>();
		if (user != null) {
			filter.add(Filters.eq("user", user));
		}
		if (reason != null) {
			filter.add(Filters.eq("reason", reason.name()));
		}
		if (after != null) {
			filter.add(Filters.lt("_id", new ObjectId(after)));
		}
		List<AttemptView> found = new ArrayList<>();
		for (Document document : this.collection.find(filter.isEmpty() ? new Document() : Filters.and(filter))
			.sort(Sorts.descending("_id"))
			.limit(limit)) {
			found.add(view(document));
		}
		return found;
	}

	private static Document document(Tally tally) {
		RefusedAttempt attempt = tally.attempt();
		Document document = new Document("_id", new ObjectId()).append("from", Date.from(tally.from()))
			.append("to", Date.from(tally.to()))
			.append("count", tally.count())
			.append("user", attempt.user())
			.append("roles", attempt.roles())
			.append("method", attempt.method())
			.append("path", attempt.path())
			.append("reason", attempt.reason().name());
		if (attempt.name() != null) {
			document.append("name", attempt.name());
		}
		if (attempt.order() != null) {
			document.append("order", attempt.order());
		}
		return document;
	}

	private static AttemptView view(Document document) {
		return new AttemptView(document.getObjectId("_id").toHexString(), document.getDate("from").toInstant(),
				document.getDate("to").toInstant(), document.getLong("count"), document.getString("user"),
				document.getString("name"), document.getList("roles", String.class), document.getString("method"),
				document.getString("path"), document.getString("order"),
				RefusedAttempt.Reason.valueOf(document.getString("reason")));
	}

}
