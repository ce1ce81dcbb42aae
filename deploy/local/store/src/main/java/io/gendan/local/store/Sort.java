package io.gendan.local.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The order in which documents are asked for.
 *
 * @param fields by which, with 1 or -1; empty when any order will do
 */
record Sort(Document fields) {

	private static final String ID = "_id";

	static Sort of(@Nullable Document order) {
		if (order == null || order.isEmpty()) {
			return new Sort(new Document());
		}
		var first = order.keySet().iterator().next();
		if (first.equals("$natural")) {
			return isDown(order.get(first)) ? new Sort(new Document(ID, -1)) : new Sort(new Document());
		}
		return new Sort(order);
	}

	boolean isAny() {
		return this.fields.isEmpty();
	}

	/** Whether the order of places is a good one. */
	boolean isByKey() {
		return isAny() || this.fields.keySet().iterator().next().equals(ID);
	}

	boolean isDescending() {
		return !isAny() && isDown(this.fields.values().iterator().next());
	}

	/** Whether entries with these fields, read in one direction, come in this order. */
	boolean isOrderOf(List<String> entryFields) {
		if (this.fields.values().stream().anyMatch((direction) -> isDown(direction) != isDescending())) {
			return false;
		}
		var wanted = new ArrayList<>(this.fields.keySet());
		if (wanted.getLast().equals(ID)) {
			wanted.removeLast();
			return entryFields.equals(wanted);
		}
		return entryFields.size() >= wanted.size() && entryFields.subList(0, wanted.size()).equals(wanted);
	}

	/** Looks at everything that is found and keeps what comes first, at most so much. */
	Positions sorted(Search found, int most) {
		Comparator<Row> order = Comparator.comparing(Row::fields, new DocumentComparator(this.fields));
		var first = new PriorityQueue<Row>(order.thenComparing(Row::key).reversed());
		found.stream().forEach((next) -> {
			first.add(new Row(next.key(), wantedOf(next.document())));
			if (first.size() > most) {
				first.poll();
			}
		});
		return Listed.asTheyAre(first.stream().sorted(order.thenComparing(Row::key)).map(Row::key).toList());
	}

	private Document wantedOf(Document document) {
		var wanted = new Document();
		this.fields.keySet().forEach((field) -> Utils.copySubdocumentValue(document, wanted, field));
		return wanted;
	}

	private static boolean isDown(@Nullable Object direction) {
		return direction instanceof Number number && number.intValue() < 0;
	}

	private record Row(Key key, Document fields) {
	}

}
