package io.gendan.order.timeline;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Which collection the timelines are in: one document that everybody reads before every
 * piece of work, so that all instances notice when another collection has taken the
 * place. A rebuild changes it only under its own token. Once another one has begun, which
 * has a higher token, whatever the earlier one still writes finds nothing to change.
 */
@Component
class TimelinePointer {

	/** Where timelines were before the first rebuild. */
	static final String FIRST = "timelines";

	private static final String ID = "timeline";

	private final MongoCollection<Document> collection;

	TimelinePointer(MongoDatabaseFactory mongo) {
		this.collection = mongo.getMongoDatabase().getCollection("projections");
	}

	Place place() {
		Document place = this.collection.find(new Document("_id", ID)).first();
		return (place != null) ? new Place(place.getString("live"), place.getString("next"), place.getLong("token"))
				: new Place(FIRST, null, 0);
	}

	/**
	 * Makes a rebuild the only one that can still change anything.
	 * @param token token of the rebuild
	 * @return false if a later one has begun
	 */
	boolean begin(long token) {
		this.collection.updateOne(new Document("_id", ID),
				new Document("$setOnInsert", new Document("live", FIRST).append("token", 0L)),
				new UpdateOptions().upsert(true));
		return change(new Document("token", new Document("$lt", token)),
				new Document("$set", new Document("token", token)).append("$unset", new Document("next", "")));
	}

	/**
	 * From now on whoever writes timelines writes them to a second collection too.
	 * @param token token of the rebuild
	 * @param next the second collection
	 * @return false if a later rebuild has begun
	 */
	boolean announce(long token, String next) {
		return change(new Document("token", token), new Document("$set", new Document("next", next)));
	}

	/**
	 * Puts the second collection in the place of the first.
	 * @param token token of the rebuild
	 * @param next the second collection
	 * @return false if a later rebuild has begun, or the second collection has been given
	 * up
	 */
	boolean swap(long token, String next) {
		return change(new Document("token", token).append("next", next),
				new Document("$set", new Document("live", next)).append("$unset", new Document("next", "")));
	}

	/**
	 * Gives the second collection up. Anybody may: it costs no more than the rebuild.
	 * @param next the second collection
	 * @return false if it has been given up already, or is live by now
	 */
	boolean withdraw(String next) {
		return change(new Document("next", next), new Document("$unset", new Document("next", "")));
	}

	private boolean change(Document condition, Document change) {
		return this.collection.updateOne(condition.append("_id", ID), change).getMatchedCount() == 1;
	}

	/**
	 * Where the timelines are.
	 *
	 * @param live collection that is read
	 * @param next collection of a rebuild that is about to take its place, else null
	 * @param token token of the latest rebuild, 0 before the first
	 */
	record Place(String live, @Nullable String next, long token) {
	}

}
