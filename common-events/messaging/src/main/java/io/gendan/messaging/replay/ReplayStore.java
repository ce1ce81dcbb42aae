package io.gendan.messaging.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.gendan.messaging.store.StoreClock;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how replays go, so that whoever asks after a restart is told. A replay that its
 * instance has not spoken of for a minute, by the store's clock, counts as interrupted.
 */
public final class ReplayStore {

	/** Name of the collection. */
	public static final String COLLECTION = "replays";

	/** Stands in the document of the one that runs, so that there is no second one. */
	private static final String TURN = "turn";

	private static final String SEEN = "seenAt";

	private final MongoCollection<Document> collection;

	private final Duration silence;

	/**
	 * The replays of a service.
	 * @param collection where they are kept
	 * @param silence how long a running one may be silent
	 */
	public ReplayStore(MongoCollection<Document> collection, Duration silence) {
		this.collection = collection;
		this.silence = silence;
	}

	/**
	 * Enters a replay.
	 * @param replay a new one
	 * @return its id, or empty if one is running, here or in another instance
	 */
	Optional<ObjectId> begin(TypeReplay replay) {
		this.collection.createIndex(Indexes.ascending(TURN), new IndexOptions().unique(true).sparse(true));
		interrupt();
		ObjectId id = new ObjectId();
		try {
			this.collection.insertOne(fields(replay).append("_id", id)
				.append("type", replay.type())
				.append("by", replay.by())
				.append("startedAt", Date.from(replay.startedAt()))
				.append(SEEN, Date.from(replay.startedAt()))
				.append(TURN, "taken"));
		}
		catch (MongoWriteException ex) {
			if (ErrorCategory.fromErrorCode(ex.getCode()) == ErrorCategory.DUPLICATE_KEY) {
				return Optional.empty();
			}
			throw ex;
		}
		this.collection.updateOne(new Document("_id", id), new Document("$currentDate", StoreClock.now(SEEN)));
		return Optional.of(id);
	}

	/**
	 * Keeps how far a replay is.
	 * @param id the replay
	 * @param replay how far it is
	 * @return false if it has been taken for interrupted meanwhile
	 */
	boolean keep(ObjectId id, TypeReplay replay) {
		Document change = new Document("$set", fields(replay)).append("$currentDate", StoreClock.now(SEEN));
		if (replay.state() != TypeReplay.State.RUNNING) {
			change.append("$unset", new Document(TURN, ""));
		}
		return this.collection.updateOne(new Document("_id", id).append(TURN, "taken"), change).getMatchedCount() == 1;
	}

	/**
	 * The newest replays of all instances.
	 * @param count how many at the most
	 * @return newest first
	 */
	List<TypeReplay> newest(int count) {
		interrupt();
		List<TypeReplay> newest = new ArrayList<>();
		for (Document document : this.collection.find().sort(new Document("_id", -1)).limit(count)) {
			newest.add(replay(document));
		}
		return newest;
	}

	/** Whoever was to go on with it has ended, or stands still: nobody knows. */
	private void interrupt() {
		this.collection.updateOne(
				new Document(TURN, "taken").append("$expr", StoreClock.passed(this.silence.toMillis(), SEEN)),
				new Document("$set", new Document("state", TypeReplay.State.INTERRUPTED.name()))
					.append("$currentDate", StoreClock.now("endedAt"))
					.append("$unset", new Document(TURN, "")));
	}

	private static Document fields(TypeReplay replay) {
		return new Document("state", replay.state().name())
			.append("endedAt", (replay.endedAt() != null) ? Date.from(replay.endedAt()) : null)
			.append("read", replay.read())
			.append("taken", replay.taken())
			.append("known", replay.known())
			.append("refused", replay.refused())
			.append("failure", replay.failure());
	}

	private static TypeReplay replay(Document document) {
		return new TypeReplay(document.getString("type"), TypeReplay.State.valueOf(document.getString("state")),
				document.getString("by"), document.getDate("startedAt").toInstant(),
				instant(document.getDate("endedAt")), document.getLong("read"), document.getLong("taken"),
				document.getLong("known"), document.getLong("refused"), document.getString("failure"));
	}

	private static @Nullable Instant instant(@Nullable Date date) {
		return (date != null) ? date.toInstant() : null;
	}

}
