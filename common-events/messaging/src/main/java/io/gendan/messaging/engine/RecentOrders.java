package io.gendan.messaging.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

	private final Cache<String, Folded<S>> orders;

	public RecentOrders(int capacity) {
		this.orders = Caffeine.newBuilder().maximumSize(capacity).executor(Runnable::run).build();
	}

	/**
	 * Takes what the broker has acknowledged, so that it is not sent again.
	 * @param mark the order and its last acknowledged event
	 */
	public void published(PublishedMark mark) {
		this.orders.asMap().computeIfPresent(mark.order(), (order, known) -> known.published(mark.sequence()));
	}

	@Nullable Folded<S> recall(String order) {
		return this.orders.getIfPresent(order);
	}

	/** Two threads may have written one order; they come here in any order. */
	void remember(Folded<S> written) {
		this.orders.asMap()
			.merge(written.order(), written, (known, other) -> (known.version() > other.version())
					? known.published(other.published()) : other.published(known.published()));
	}

	void forget(String order) {
		this.orders.invalidate(order);
	}

}
