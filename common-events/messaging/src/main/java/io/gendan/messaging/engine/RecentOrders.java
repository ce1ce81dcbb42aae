package io.gendan.messaging.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import io.gendan.messaging.budget.ByteBudget;
import io.gendan.messaging.ledger.PublishedMark;
import org.jspecify.annotations.Nullable;

/**
 * The orders this instance has written last, as they stood then. It may be behind the
 * store, never ahead of it: a write that builds on an old version finds that out, and
 * what writes nothing is decided again on the stored order.
 *
 * @param <S> the state of the stage
 */
public final class RecentOrders<S> {

	private final Map<String, Folded<S>> orders = new LinkedHashMap<>(16, 0.75F, true);

	private final ByteBudget budget;

	private long held;

	/**
	 * A memory without orders.
	 * @param budget how much it holds; the order used longest ago goes first
	 */
	public RecentOrders(ByteBudget budget) {
		this.budget = budget;
	}

	/**
	 * Takes what the broker has acknowledged, so that it is not sent again.
	 * @param mark the order and its last acknowledged event
	 */
	public synchronized void published(PublishedMark mark) {
		Folded<S> known = this.orders.get(mark.order());
		if (known != null) {
			put(known.published(mark.head()));
		}
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

	/** How large the documents of those orders are that are remembered. */
	synchronized Map<String, Long> sizes(Collection<String> wanted) {
		Map<String, Long> sizes = new HashMap<>();
		recall(wanted).forEach((order, known) -> sizes.put(order, known.bytes()));
		return sizes;
	}

	/** Two threads may have written one order; they come here in any order. */
	synchronized void remember(Folded<S> written) {
		Folded<S> known = this.orders.get(written.order());
		if (known == null || known.version() == written.version()) {
			put(written);
		}
		else {
			put((known.version() > written.version()) ? known.publishedLike(written) : written.publishedLike(known));
		}
	}

	synchronized void forget(String order) {
		release(this.orders.remove(order));
	}

	private void put(Folded<S> order) {
		release(this.orders.put(order.order(), order));
		this.held += order.weight();
		Iterator<Folded<S>> eldest = this.orders.values().iterator();
		while (this.held > this.budget.bytes() && eldest.hasNext()) {
			Folded<S> next = eldest.next();
			eldest.remove();
			release(next);
		}
	}

	private void release(@Nullable Folded<S> order) {
		this.held -= (order != null) ? order.weight() : 0;
	}

}
