package io.gendan.local.store;

import java.time.Instant;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The values a condition on one field can be true for, ends included. With one end open
 * it holds the values of the other end's kind, as comparisons do in MongoDB.
 *
 * @param from the smallest, null when open
 * @param to the largest, null when open
 */
record Range(@Nullable Object from, @Nullable Object to) {

	/** Every value. */
	static final Range ALL = new Range(null, null);

	/** What a condition says of the ends; all when it says nothing of them. */
	static Range of(@Nullable Object condition) {
		Object from = null;
		Object to = null;
		if (condition instanceof Document operators) {
			for (var operator : operators.entrySet()) {
				var value = operator.getValue();
				if (isPlain(value)) {
					switch (operator.getKey()) {
						case "$gt", "$gte" -> from = value;
						case "$lt", "$lte" -> to = value;
						default -> {
						}
					}
				}
			}
		}
		return new Range(from, to);
	}

	/** Whether a value is equal and compares as its ordered bytes do. */
	static boolean isPlain(@Nullable Object value) {
		return value instanceof String || value instanceof Number || value instanceof Instant
				|| value instanceof Boolean || value instanceof ObjectId;
	}

	boolean isAll() {
		return this.from == null && this.to == null;
	}

	/** What is in both; where both have an end, the first one's. */
	Range and(Range other) {
		return new Range((this.from != null) ? this.from : other.from, (this.to != null) ? this.to : other.to);
	}

	/**
	 * The same for a field that may hold an array: one element may meet the one end and
	 * another the other.
	 */
	Range forArrays() {
		return (this.from != null) ? new Range(this.from, null) : this;
	}

	/** The least that can follow the prefix. */
	byte[] start(byte[] prefix) {
		var start = new OrderedBytes().raw(prefix);
		if (this.from != null) {
			start.value(this.from);
		}
		else if (this.to != null) {
			start.octet(OrderedBytes.type(this.to));
		}
		return start.toArray();
	}

	/** Beyond all that can follow the prefix. */
	byte[] end(byte[] prefix) {
		var end = new OrderedBytes().raw(prefix);
		if (this.to != null) {
			end.value(this.to).octet(OrderedBytes.HIGHEST);
		}
		else if (this.from != null) {
			end.octet(OrderedBytes.type(this.from) + 1);
		}
		else {
			end.octet(OrderedBytes.HIGHEST);
		}
		return end.toArray();
	}

}
