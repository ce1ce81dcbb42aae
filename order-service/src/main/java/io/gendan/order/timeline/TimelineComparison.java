package io.gendan.order.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares two collections of timelines byte for byte. */
class TimelineComparison {

	private static final int CHUNK = 200;

	private final TimelineStore one;

	private final TimelineStore other;

	TimelineComparison(TimelineStore one, TimelineStore other) {
		this.one = one;
		this.other = other;
	}

	/**
	 * Compares all orders that either has.
	 * @return orders and whether they differ
	 */
	Result all() {
		Set<String> different = new LinkedHashSet<>();
		long orders = compareInChunks(this.one.orders(), different);
		compareInChunks(this.other.orders(), different);
		return new Result(orders, List.copyOf(different));
	}

	/**
	 * Compares some orders.
	 * @param orders which
	 * @return those that differ
	 */
	List<String> different(Collection<String> orders) {
		Set<String> different = new LinkedHashSet<>();
		compareInChunks(orders, different);
		return List.copyOf(different);
	}

	private long compareInChunks(Iterable<String> orders, Set<String> different) {
		long count = 0;
		List<String> chunk = new ArrayList<>(CHUNK);
		for (String order : orders) {
			count++;
			chunk.add(order);
			if (chunk.size() == CHUNK) {
				compare(chunk, different);
				chunk.clear();
			}
		}
		compare(chunk, different);
		return count;
	}

	private void compare(List<String> chunk, Set<String> different) {
		Map<String, List<String>> here = this.one.lines(chunk);
		Map<String, List<String>> there = this.other.lines(chunk);
		for (String order : chunk) {
			if (!here.containsKey(order) || !Objects.equals(here.get(order), there.get(order))) {
				different.add(order);
			}
		}
	}

	/**
	 * What a comparison comes to.
	 *
	 * @param orders orders of the first collection
	 * @param different orders that differ
	 */
	record Result(long orders, List<String> different) {
	}

}
