package io.gendan.local.store;

import java.time.Instant;
import java.util.UUID;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The values a condition on one field can be true for, ends included.
 *
 * @param from the smallest, null when open
 * @param to the largest, null when open
 */
record Range(@Nullable Object from, @Nullable Object to) {

	/** The range of a condition; null when it cannot be told from the condition. */
	static @Nullable Range of(@Nullable Object condition) {
		if (isPlain(condition)) {
			return new Range(condition, condition);
		}
		if (!(condition instanceof Document operators)) {
			return null;
		}
		Object from = null;
		Object to = null;
		for (var operator : operators.entrySet()) {
			var value = operator.getValue();
			if (!isPlain(value)) {
				continue;
			}
			switch (operator.getKey()) {
				case "$eq" -> {
					return new Range(value, value);
				}
				case "$gt", "$gte" -> from = value;
				case "$lt", "$lte" -> to = value;
				default -> {
				}
			}
		}
		return (from != null || to != null) ? new Range(from, to) : null;
	}

	static boolean isPlain(@Nullable Object value) {
		return value instanceof String || value instanceof Number || value instanceof Instant
				|| value instanceof Boolean || value instanceof ObjectId || value instanceof UUID;
	}

	/**
	 * The same for a field that may hold an array: one element may meet the one end and
	 * another the other.
	 */
	Range forArrays() {
		return (this.from != null && this.to != null && !this.from.equals(this.to)) ? new Range(this.from, null) : this;
	}

	/** Whether the value lies beyond the end. */
	boolean isBefore(Object value) {
		return this.to != null && KeyType.compareValues(value, this.to) > 0;
	}

	boolean contains(Object value) {
		return !isBefore(value) && (this.from == null || KeyType.compareValues(value, this.from) >= 0);
	}

}
