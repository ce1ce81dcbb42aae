package io.gendan.local.store;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents a query can be true for without looking at the others: by
 * {@code _id}, or by an index. Every document it names is still to be checked.
 */
final class QueryPlan {

	private static final String ID = "_id";

	private final List<FieldIndex> indexes;

	QueryPlan(List<FieldIndex> indexes) {
		this.indexes = indexes;
	}

	/**
	 * The positions of all documents that may match; null when only a look at every
	 * document tells.
	 */
	@Nullable Collection<KeyValue> positions(Document query) {
		Collection<KeyValue> best = byId(query.get(ID));
		if (best != null) {
			return best;
		}
		for (var condition : query.entrySet()) {
			var found = switch (condition.getKey()) {
				case "$and" -> all(condition.getValue());
				case "$or" -> any(condition.getValue());
				default -> byIndex(condition.getKey(), condition.getValue());
			};
			if (found != null && (best == null || found.size() < best.size())) {
				best = found;
			}
		}
		return best;
	}

	/** The part of the {@code _id} order the query is about; null for all of it. */
	static @Nullable Range idRange(Document query) {
		var range = Range.of(query.get(ID));
		if (range == null && query.get("$and") instanceof Collection<?> parts) {
			for (var part : parts) {
				if (range == null && part instanceof Document document) {
					range = idRange(document);
				}
			}
		}
		return range;
	}

	private static @Nullable Collection<KeyValue> byId(@Nullable Object condition) {
		if (Range.isPlain(condition)) {
			return List.of(KeyType.key(condition));
		}
		if (condition instanceof Document operators && operators.get("$in") instanceof Collection<?> ids
				&& ids.stream().allMatch(Range::isPlain)) {
			var positions = new LinkedHashSet<KeyValue>();
			ids.forEach((id) -> positions.add(KeyType.key(id)));
			return positions;
		}
		return null;
	}

	private @Nullable Collection<KeyValue> byIndex(String field, @Nullable Object condition) {
		for (var index : this.indexes) {
			if (!index.field().equals(field)) {
				continue;
			}
			var range = Range.of(condition);
			if (range != null) {
				return new LinkedHashSet<>(index.positions(range.forArrays()));
			}
			if (condition instanceof Document operators && operators.get("$in") instanceof Collection<?> values
					&& values.stream().allMatch(Range::isPlain)) {
				var positions = new LinkedHashSet<KeyValue>();
				values.forEach((value) -> positions.addAll(index.positions(new Range(value, value))));
				return positions;
			}
		}
		return null;
	}

	private @Nullable Collection<KeyValue> all(@Nullable Object parts) {
		Collection<KeyValue> best = null;
		if (parts instanceof Collection<?> documents) {
			for (var part : documents) {
				var found = (part instanceof Document document) ? positions(document) : null;
				if (found != null && (best == null || found.size() < best.size())) {
					best = found;
				}
			}
		}
		return best;
	}

	private @Nullable Collection<KeyValue> any(@Nullable Object parts) {
		var union = new LinkedHashSet<KeyValue>();
		if (!(parts instanceof Collection<?> documents) || documents.isEmpty()) {
			return null;
		}
		for (var part : documents) {
			var found = (part instanceof Document document) ? positions(document) : null;
			if (found == null) {
				return null;
			}
			union.addAll(found);
		}
		return union;
	}

}
