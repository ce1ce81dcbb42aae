package io.gendan.messaging.store;

import java.util.List;

import org.bson.Document;

/**
 * The clock of the store. Who is silent for too long is asked of it alone: an instance
 * whose own clock is wrong, or that has slept, is never mistaken.
 */
public final class StoreClock {

	private StoreClock() {
	}

	/**
	 * What {@code $currentDate} sets.
	 * @param field a field
	 * @return sets it to the present time
	 */
	public static Document now(String field) {
		return new Document(field, true);
	}

	/**
	 * Whether a time has gone by, as an expression for {@code $expr}. A clock that has
	 * gone back, as another server's may when it takes over, must not hold anybody up
	 * until it has caught up: since when lies so far ahead, it counts as gone by as well.
	 * A step that is smaller ends nothing, so that whoever still speaks keeps what it
	 * has.
	 * @param milliseconds how long, a number or the name of a field with a {@code $}
	 * @param since name of the field that says since when
	 * @return false too where that field is missing
	 */
	public static Document passed(Object milliseconds, String since) {
		Document distance = new Document("$abs", new Document("$subtract", List.of("$$NOW", "$" + since)));
		return new Document("$gte", List.of(distance, milliseconds));
	}

}
