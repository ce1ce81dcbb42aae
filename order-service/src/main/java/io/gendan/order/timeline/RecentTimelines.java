package io.gendan.order.timeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the timelines written last have already. It may be behind the store, then the next
 * write finds that out by the version; it is never ahead of it, because after the
 * collection has been replaced nothing counts that was begun before.
 */
final class RecentTimelines {

	private final Map<String, Seen> orders;

	private long generation;

	/**
	 * A memory without orders.
	 * @param capacity how many it holds; the one used longest ago goes first
	 */
	RecentTimelines(int capacity) {
		this.orders = new LinkedHashMap<>(16, 0.75F, true) {

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
				return size() > capacity;
			}

		};
	}

	synchronized long generation() {
		return this.generation;
	}

	synchronized Map<String, Seen> recall(Collection<String> wanted) {
		Map<String, Seen> recalled = new HashMap<>();
		for (String order : wanted) {
			Seen seen = this.orders.get(order);
			if (seen != null) {
				recalled.put(order, seen);
			}
		}
		return recalled;
	}

	/**
	 * Takes what has been written.
	 * @param written what the orders have now
	 * @param begunIn generation in which the work on it began
	 */
	synchronized void remember(Map<String, Seen> written, long begunIn) {
		if (begunIn == this.generation) {
			this.orders.putAll(written);
		}
	}

	synchronized void forget(Collection<String> forgotten) {
		this.orders.keySet().removeAll(forgotten);
	}

	/** The collection is another now. */
	synchronized void forgetAll() {
		this.generation++;
		this.orders.clear();
	}

}
