package io.gendan.order.lease;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.OptionalLong;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import io.gendan.messaging.store.StoreClock;
import org.bson.Document;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Leases on names, kept in the store: the holder renews while it works, and whoever comes
 * after the end takes over. Only the store's clock is asked, within the very write that
 * takes, so a process whose clock is wrong or that has slept is never mistaken.
 * <p>
 * Whoever holds a lease can still be stopped right after having looked. What must not be
 * done by two is therefore written under the condition that nobody has come with a higher
 * token. Leases are given back, never deleted: their tokens would begin anew.
 */
@Component
public class Leases {

	private static final String RENEWED = "renewedAt";

	private static final Document ENDED = StoreClock.passed("$milliseconds", RENEWED);

	private final MongoCollection<Document> collection;

	/**
	 * All leases.
	 * @param mongo where they are kept
	 */
	public Leases(MongoDatabaseFactory mongo) {
		this.collection = mongo.getMongoDatabase().getCollection("leases");
	}

	/**
	 * Takes a lease that nobody holds.
	 * @param name what it is on
	 * @param duration how long it holds from now on
	 * @return a token higher than all before, empty if somebody holds the lease
	 */
	public OptionalLong claim(String name, Duration duration) {
		this.collection.updateOne(new Document("_id", name),
				new Document("$setOnInsert",
						new Document("token", 0L).append(RENEWED, new Date(0)).append("milliseconds", 0L)),
				new UpdateOptions().upsert(true));
		Document taken = this.collection.findOneAndUpdate(new Document("_id", name).append("$expr", ENDED),
				held(duration).append("$inc", new Document("token", 1L)),
				new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
		return (taken != null) ? OptionalLong.of(taken.getLong("token")) : OptionalLong.empty();
	}

	/**
	 * Renews a claimed lease.
	 * @param name what it is on
	 * @param token the token it was claimed with
	 * @param duration how long it holds from now on
	 * @return false if somebody else has claimed it meanwhile
	 */
	public boolean renew(String name, long token, Duration duration) {
		return this.collection.updateOne(new Document("_id", name).append("token", token), held(duration))
			.getMatchedCount() == 1;
	}

	/**
	 * Whether a claimed lease still holds.
	 * @param name what it is on
	 * @param token the token it was claimed with
	 * @return false if it has ended, or another has claimed it
	 */
	public boolean holds(String name, long token) {
		return this.collection
			.find(new Document("_id", name).append("token", token)
				.append("$expr", new Document("$not", List.of(ENDED))))
			.first() != null;
	}

	/**
	 * Gives a claimed lease back, so that nobody has to wait for its end.
	 * @param name what it is on
	 * @param token the token it was claimed with
	 */
	public void release(String name, long token) {
		this.collection.updateOne(new Document("_id", name).append("token", token),
				new Document("$set", new Document("milliseconds", 0L)));
	}

	private static Document held(Duration duration) {
		return new Document("$set", new Document("milliseconds", duration.toMillis())).append("$currentDate",
				StoreClock.now(RENEWED));
	}

}
