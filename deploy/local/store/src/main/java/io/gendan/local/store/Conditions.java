package io.gendan.local.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of each field for a query to be true. Parts of the query that say
 * nothing that an index could use are left out, so these conditions let through too much
 * at most.
 */
final class Conditions {

	private final Map<String, List<Object>> byField = new LinkedHashMap<>();

	private final List<List<Document>> alternatives = new ArrayList<>();

	Conditions(Document query) {
		add(query);
	}

	private void add(Document query) {
		for (var condition : query.entrySet()) {
			var value = condition.getValue();
			switch (condition.getKey()) {
				case "$and" -> documents(value).forEach(this::add);
				case "$or" -> this.alternatives.add(documents(value));
				default -> {
					if (value != null) {
						this.byField.computeIfAbsent(condition.getKey(), (field) -> new ArrayList<>()).add(value);
					}
				}
			}
		}
	}

	/** Lists of queries, one of each of which must be true. */
	List<List<Document>> alternatives() {
		return this.alternatives;
	}

	/** The only values a field can have; null when there may be others. */
	@Nullable Set<Object> points(String field) {
		for (var condition : of(field)) {
			var values = points(condition);
			if (values != null && values.stream().allMatch(Range::isPlain)) {
				return new LinkedHashSet<>(values);
			}
		}
		return null;
	}

	/** Between which values a field must be. */
	Range range(String field) {
		var range = Range.ALL;
		for (var condition : of(field)) {
			range = range.and(Range.of(condition));
		}
		return range;
	}

	/** Whether a field must be there. */
	boolean exists(String field) {
		return of(field).stream()
			.anyMatch((condition) -> condition instanceof Document operators
					&& Boolean.TRUE.equals(operators.get("$exists")));
	}

	private List<Object> of(String field) {
		return this.byField.getOrDefault(field, List.of());
	}

	private static @Nullable Collection<?> points(Object condition) {
		if (condition instanceof Document operators) {
			if (operators.get("$in") instanceof Collection<?> values) {
				return values;
			}
			return Range.isPlain(operators.get("$eq")) ? List.of(operators.get("$eq")) : null;
		}
		return List.of(condition);
	}

	private static List<Document> documents(@Nullable Object parts) {
		return (parts instanceof Collection<?> several)
				? several.stream().filter(Document.class::isInstance).map(Document.class::cast).toList() : List.of();
	}

}
