package io.gendan.local.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How an index could serve a query.
 *
 * @param entries what the index says
 * @param beginnings values of its first fields, one of which must be met
 * @param following its fields after those
 * @param range between which values the first of them must be
 */
record Candidate(Entries entries, List<List<Object>> beginnings, List<String> following, Range range) {

	private static final int MOST_BEGINNINGS = 100;

	static Candidate of(Entries entries, Conditions conditions) {
		List<List<Object>> beginnings = List.of(List.of());
		int known = 0;
		for (var field : entries.fields()) {
			var points = conditions.points(field);
			if (points == null || points.size() * beginnings.size() > MOST_BEGINNINGS) {
				break;
			}
			beginnings = beginnings.stream()
				.flatMap((beginning) -> points.stream().map((point) -> with(beginning, point)))
				.toList();
			known++;
		}
		var following = entries.fields().subList(known, entries.fields().size());
		var range = following.isEmpty() ? Range.ALL : conditions.range(following.getFirst());
		return new Candidate(entries, beginnings, following, entries.isScattered() ? range.forArrays() : range);
	}

	private static List<Object> with(List<Object> beginning, Object point) {
		var longer = new ArrayList<>(beginning);
		longer.add(point);
		return longer;
	}

	/** Whether it narrows down at all. */
	boolean narrows(Conditions conditions) {
		return this.following.size() < this.entries.fields().size() || !this.range.isAll()
				|| (this.entries.isSparse() && !this.entries.isScattered() && this.following.size() == 1
						&& conditions.exists(this.following.getFirst()));
	}

	/** Whether its entries come in the order of places. */
	boolean isByKey() {
		return this.following.isEmpty();
	}

	/** The places in their own order, those between two only. */
	Positions byKey(Range keys, boolean descending) {
		return Union.of(this.beginnings.stream()
			.map((beginning) -> (Positions) this.entries.scan(this.entries.prefix(beginning), keys, descending))
			.toList(), descending);
	}

	/** The places as the index has them; null when that is not the order. */
	@Nullable Positions sorted(Sort sort) {
		boolean all = !this.entries.isSparse() || this.following.size() < this.entries.fields().size()
				|| !this.range.isAll();
		if (this.entries.isScattered() || !all || this.beginnings.size() != 1 || !sort.isOrderOf(this.following)) {
			return null;
		}
		return this.entries.scan(this.entries.prefix(this.beginnings.getFirst()), this.range, sort.isDescending());
	}

	/** All places, if they are not too many; else null. */
	@Nullable List<Key> keys(int most) {
		var keys = new HashSet<Key>();
		for (var beginning : this.beginnings) {
			var scan = this.entries.scan(this.entries.prefix(beginning), this.range, false);
			for (var key = scan.next(); key != null; key = scan.next()) {
				keys.add(key);
				if (keys.size() > most) {
					scan.pause();
					return null;
				}
			}
		}
		return List.copyOf(keys);
	}

}
