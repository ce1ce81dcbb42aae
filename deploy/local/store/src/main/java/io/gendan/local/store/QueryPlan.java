package io.gendan.local.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents a query can be true for without looking at the others, and in the
 * order that is asked for where an index has it. Every document it names is still to be
 * checked.
 */
final class QueryPlan {

	/** So many documents are faster read and sorted than an index is read to its end. */
	private static final int FEW = 2000;

	private static final String ID = "_id";

	private final Table table;

	private final List<Entries> indexes;

	QueryPlan(Table table, List<Entries> indexes) {
		this.table = table;
		this.indexes = indexes;
	}

	Access access(Document query, Sort sort) {
		var conditions = new Conditions(query);
		var ids = conditions.points(ID);
		if (ids != null) {
			return new Access(Listed.inOrder(ids.stream().map(Key::of).toList(), sort.isDescending()), sort.isByKey());
		}
		return sort.isByKey() ? byKey(conditions, sort) : sorted(conditions, sort);
	}

	private Access byKey(Conditions conditions, Sort sort) {
		var exact = exact(conditions, sort.isDescending());
		if (exact != null) {
			return new Access(exact, true);
		}
		var few = fewest(conditions, sort.isAny() ? Integer.MAX_VALUE : FEW);
		return new Access((few != null) ? Listed.inOrder(few, sort.isDescending())
				: this.table.scan(conditions.range(ID), sort.isDescending()), true);
	}

	private Access sorted(Conditions conditions, Sort sort) {
		var few = fewest(conditions, FEW);
		if (few != null) {
			return new Access(Listed.inOrder(few, false), false);
		}
		for (var index : this.indexes) {
			var sorted = Candidate.of(index, conditions).sorted(sort);
			if (sorted != null) {
				return new Access(sorted, true);
			}
		}
		return new Access(byKey(conditions, Sort.of(null)).positions(), false);
	}

	/** Where all indexes agree whose every field must have a certain value. */
	private @Nullable Positions exact(Conditions conditions, boolean descending) {
		var parts = this.indexes.stream()
			.map((index) -> Candidate.of(index, conditions))
			.filter(Candidate::isByKey)
			.map((candidate) -> candidate.byKey(conditions.range(ID), descending))
			.toList();
		return parts.isEmpty() ? null : Intersection.of(parts);
	}

	/** The places of what narrows down most, if they are not too many; else null. */
	private @Nullable List<Key> fewest(Conditions conditions, int most) {
		var found = new ArrayList<@Nullable List<Key>>();
		this.indexes.stream()
			.map((index) -> Candidate.of(index, conditions))
			.filter((candidate) -> candidate.narrows(conditions))
			.forEach((candidate) -> found.add(candidate.keys(most)));
		conditions.alternatives().forEach((alternatives) -> found.add(any(alternatives, most)));
		return found.stream().filter(Objects::nonNull).min(Comparator.comparingInt(List::size)).orElse(null);
	}

	private @Nullable List<Key> any(List<Document> alternatives, int most) {
		var union = new ArrayList<Key>();
		for (var alternative : alternatives) {
			var found = access(alternative, most);
			if (found == null || union.size() + found.size() > most) {
				return null;
			}
			union.addAll(found);
		}
		return alternatives.isEmpty() ? null : union;
	}

	private @Nullable List<Key> access(Document query, int most) {
		var conditions = new Conditions(query);
		var ids = conditions.points(ID);
		if (ids != null) {
			return ids.stream().map(Key::of).toList();
		}
		var found = fewest(conditions, most);
		var range = conditions.range(ID);
		return (found != null || range.isAll()) ? found : keys(range, most);
	}

	private @Nullable List<Key> keys(Range ids, int most) {
		var keys = new ArrayList<Key>();
		var scan = this.table.scan(ids, false);
		for (var key = scan.next(); key != null; key = scan.next()) {
			keys.add(key);
			if (keys.size() > most) {
				scan.pause();
				return null;
			}
		}
		return keys;
	}

	/**
	 * Where to look.
	 *
	 * @param positions places, each once
	 * @param isSorted whether they come in the order that was asked for
	 */
	record Access(Positions positions, boolean isSorted) {
	}

}
