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
 * what writes nothing is decided again on the stored order. All stages of a service share
 * it; a subject belongs to one of them alone.
 */
public final class RecentOrders {

	private final Map<String, Folded<?>> orders = new LinkedHashMap<>(16, 0.75F, true);

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
		Folded<?> known = this.orders.get(mark.order());
		if (known != null) {
			put(known.published(mark.head()));
		}
	}

	@SuppressWarnings("unchecked")
	synchronized <S> Map<String, Folded<S>> recall(Collection<String> wanted) {
		Map<String, Folded<S>> recalled = new HashMap<>();
		for (String order : wanted) {
			Folded<S> known = (Folded<S>) this.orders.get(order);
			if (known != null) {
				recalled.put(order, known);
			}
		}
		return recalled;
	}

	/** How large the documents of those orders are that are remembered. */
	synchronized Map<String, Long> sizes(Collection<String> wanted) {
		Map<String, Long> sizes = new HashMap<>();
		for (String order : wanted) {
			Folded<?> known = this.orders.get(order);
			if (known != null) {
				sizes.put(order, known.bytes());
			}
		}
		return sizes;
	}

	/** Two threads may have written one order; they come here in any order. */
	synchronized void remember(Folded<?> written) {
		Folded<?> known = this.orders.get(written.order());
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

	private void put(Folded<?> order) {
		release(this.orders.put(order.order(), order));
		this.held += order.weight();
		Iterator<Folded<?>> eldest = this.orders.values().iterator();
		while (this.held > this.budget.bytes() && eldest.hasNext()) {
			Folded<?> next = eldest.next();
			eldest.remove();
			release(next);
		}
	}

	private void release(@Nullable Folded<?> order) {
		this.held -= (order != null) ? order.weight() : 0;
	}

}
