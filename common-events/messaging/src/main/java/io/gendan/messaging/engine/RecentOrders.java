package io.gendan.messaging.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import io.gendan.messaging.ledger.PublishedMark;

/**
 * The orders this instance has written last, as they stood then. It may be behind the
 * store, never ahead of it: a write that builds on an old version finds that out, and
 * what writes nothing is decided again on the stored order.
 *
 * @param <S> the state of the stage
 */
public final class RecentOrders<S> {

	private final Map<String, Folded<S>> orders;

	/**
	 * A memory without orders.
	 * @param capacity how many orders it holds; the one used longest ago goes first
	 */
	public RecentOrders(int capacity) {
		this.orders = new LinkedHashMap<>(16, 0.75F, true) {

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, Folded<S>> eldest) {
				return size() > capacity;
			}

		};
	}

	/**
	 * Takes what the broker has acknowledged, so that it is not sent again.
	 * @param mark the order and its last acknowledged event
	 */
	public synchronized void published(PublishedMark mark) {
		this.orders.computeIfPresent(mark.order(), (order, known) -> known.published(mark.head().sequence()));
	}

	synchronized Map<String, Folded<S>> recall(Collection<String> wanted) {
		Map<String, Folded<S>> recalled = new HashMap<>();
		for (String order : wanted) {
			Folded<S> known = this.orders.get(order);
			if (known != null) {
				recalled.put(order, known);
			}
		}
		return recalled;
	}

	/** Two threads may have written one order; they come here in any order. */
	synchronized void remember(Folded<S> written) {
		this.orders.merge(written.order(), written, (known, other) -> (known.version() > other.version())
				? known.published(other.published()) : other.published(known.published()));
	}

	synchronized void forget(String order) {
		this.orders.remove(order);
	}

}
