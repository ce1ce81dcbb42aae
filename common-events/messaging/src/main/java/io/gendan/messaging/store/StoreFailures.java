package io.gendan.messaging.store;

import com.mongodb.MongoException;

/** Tells failures of the store from all others. */
public final class StoreFailures {

	private StoreFailures() {
	}

	/**
	 * Whether the store itself failed, for everybody and not for one subject.
	 * @param failure what was thrown
	 * @return true if nothing is said about the subject by it
	 */
	public static boolean isOne(RuntimeException failure) {
		return failure instanceof MongoException;
	}

}
