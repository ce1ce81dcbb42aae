package io.gendan.order.timeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the timelines of one collection that were written last have already. It may be
 * behind the store, then the next write finds that out by the version.
 */
final class RecentTimelines {

	private final Map<String, Seen> orders = new LinkedHashMap<>(16, 0.75F, true);

	private final int maxOrders;

	private final long maxEvents;

	private long events;

	/**
	 * A memory without orders; when it is full, the order used longest ago goes first.
	 * @param maxOrders how many orders it holds
	 * @param maxEvents how many events these may have together
	 */
	RecentTimelines(int maxOrders, long maxEvents) {
		this.maxOrders = maxOrders;
		this.maxEvents = maxEvents;
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

	synchronized void remember(String order, Seen written) {
		forget(order);
		this.orders.put(order, written);
		this.events += written.size();
		var eldest = this.orders.entrySet().iterator();
		while (this.orders.size() > this.maxOrders || this.events > this.maxEvents) {
			this.events -= eldest.next().getValue().size();
			eldest.remove();
		}
	}

	synchronized void forget(String order) {
		Seen forgotten = this.orders.remove(order);
		if (forgotten != null) {
			this.events -= forgotten.size();
		}
	}

}
