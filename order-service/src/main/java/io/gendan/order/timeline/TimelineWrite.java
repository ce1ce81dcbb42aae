package io.gendan.order.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What is to be appended to the timeline of one order, if it still is as it was seen. */
final class TimelineWrite {

	private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

	private final String order;

	private final Seen before;

	private final List<Integer> indexes = new ArrayList<>();

	private final List<String> marks = new ArrayList<>();

	private final List<String> lines = new ArrayList<>();

	private Seen after;

	TimelineWrite(String order, Seen before) {
		this.order = order;
		this.before = before;
		this.after = before;
	}

	void append(int index, Mark mark, String line, long bytes) {
		this.indexes.add(index);
		this.marks.add(mark.text());
		this.lines.add(line);
		this.after = this.after.with(mark, bytes);
	}

	boolean isEmpty() {
		return this.indexes.isEmpty();
	}

	String order() {
		return this.order;
	}

	/** Where the appended events stand among all that are to be added. */
	List<Integer> indexes() {
		return this.indexes;
	}

	Seen after() {
		return this.after;
	}

	/**
	 * Sends writes of different orders at once; each is answered by itself.
	 * @param collection where to
	 * @param writes in the order of {@code _id}
	 * @return one answer per write
	 * @throws com.mongodb.MongoException if the store is away
	 */
	static List<Answer> send(MongoCollection<Document> collection, List<TimelineWrite> writes) {
		if (writes.isEmpty()) {
			return List.of();
		}
		Map<Integer, BulkWriteError> errors = new HashMap<>();
		BulkWriteResult result;
		try {
			result = collection.bulkWrite(writes.stream().map(TimelineWrite::model).toList(), UNORDERED);
		}
		catch (MongoBulkWriteException ex) {
			ex.getWriteErrors().forEach((error) -> errors.put(error.getIndex(), error));
			// What the store has against every single order is not about the orders.
			if (ex.getWriteConcernError() != null || writes.size() > 1 && errors.size() == writes.size()
					&& errors.values().stream().noneMatch(TimelineWrite::raced)) {
				throw ex;
			}
			result = ex.getWriteResult();
		}
		// The store counts, but does not say which orders were not as they had been seen.
		boolean allOthers = result.getMatchedCount() + result.getInsertedCount() == writes.size() - errors.size();
		List<Answer> answers = new ArrayList<>(writes.size());
		for (int i = 0; i < writes.size(); i++) {
			BulkWriteError error = errors.get(i);
			answers.add(new Answer(writes.get(i), error == null && allOthers,
					(error != null && !raced(error)) ? error.getMessage() : null));
		}
		return answers;
	}

	/** Another instance has just inserted the same order. */
	private static boolean raced(BulkWriteError error) {
		return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
	}

	private WriteModel<Document> model() {
		long added = this.after.bytes() - this.before.bytes();
		if (this.before.version() == 0) {
			return new InsertOneModel<>(new Document("_id", this.order).append("version", 1L)
				.append("bytes", added)
				.append("seen", this.marks)
				.append("entries", this.lines));
		}
		return new UpdateOneModel<>(new Document("_id", this.order).append("version", this.before.version()),
				new Document("$inc", new Document("version", 1L).append("bytes", added)).append("$push",
						new Document("seen", new Document("$each", this.marks)).append("entries",
								new Document("$each", this.lines))));
	}

	/**
	 * What the store says to a write.
	 *
	 * @param write the write
	 * @param settled whether it is known to have been carried out
	 * @param refusal why the store refuses it, null if it does not
	 */
	record Answer(TimelineWrite write, boolean settled, @Nullable String refusal) {
	}

}
