package io.gendan.fulfillment.stock;

import java.util.Optional;
import java.util.function.Supplier;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;

/** Tells apart the insert that came second from the one that failed. */
final class UniqueIds {

	private static final int DUPLICATE_KEY = 11000;

	private UniqueIds() {
	}

	/**
	 * Writes.
	 * @param write the write, unordered if it is a bulk
	 * @param <T> its result
	 * @return the result, or empty if ids were already taken; the rest is written even
	 * then
	 */
	static <T> Optional<T> unlessTaken(Supplier<T> write) {
		try {
			return Optional.of(write.get());
		}
		catch (MongoBulkWriteException ex) {
			if (ex.getWriteConcernError() != null
					|| ex.getWriteErrors().stream().anyMatch((error) -> error.getCode() != DUPLICATE_KEY)) {
				throw ex;
			}
			return Optional.empty();
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
				throw ex;
			}
			return Optional.empty();
		}
	}

}
