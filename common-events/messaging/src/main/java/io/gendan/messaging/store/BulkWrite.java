package io.gendan.messaging.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;

/**
 * Writes many documents with one command, each whole or not at all. They go out in the
 * order of their ids, the same for all writers, because a store that takes a bulk as one
 * transaction would deadlock otherwise; an error of one document is told of that one.
 */
public final class BulkWrite {

	private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

	private BulkWrite() {
	}

	/**
	 * Writes documents.
	 * @param collection where to
	 * @param writes one write per document, by its id
	 * @param <T> the type of the documents
	 * @return what became of them
	 * @throws MongoException if the command itself failed: the store is away, and what
	 * was written is not known
	 */
	public static <T> BulkAnswer to(MongoCollection<T> collection,
			SortedMap<String, ? extends WriteModel<? extends T>> writes) {
		if (writes.isEmpty()) {
			return new BulkAnswer(0, Map.of());
		}
		try {
			return new BulkAnswer(done(collection.bulkWrite(List.copyOf(writes.values()), UNORDERED)), Map.of());
		}
		catch (MongoBulkWriteException ex) {
			// Nothing is wrong with the documents, they are only not safe yet.
			if (ex.getWriteConcernError() != null) {
				throw ex;
			}
			List<String> ids = new ArrayList<>(writes.keySet());
			Map<String, DocumentFault> faults = new HashMap<>();
			for (BulkWriteError error : ex.getWriteErrors()) {
				faults.put(ids.get(error.getIndex()), DocumentFault.of(error.getCode(), error.getMessage()));
			}
			return new BulkAnswer(done(ex.getWriteResult()), faults);
		}
	}

	private static int done(BulkWriteResult result) {
		return result.getMatchedCount() + result.getInsertedCount();
	}

}
