package io.gendan.messaging.engine;

import io.gendan.messaging.ledger.Discarded;
import org.jspecify.annotations.Nullable;

/** Somebody has decided that an event shall have no effect. */
final class DiscardItem<S, C> extends Item<S, C> {

	private final Discarded decision;

	private @Nullable RuntimeException failure;

	DiscardItem(String order, Discarded decision) {
		super(order);
		this.decision = decision;
	}

	@Override
	long weight() {
		return 0;
	}

	@Override
	void apply(OrderSession<S, C, ?> session) {
		this.failure = null;
		session.arrivals().discard(this.decision);
	}

	@Override
	void failed(RuntimeException thrown) {
		this.failure = thrown;
	}

	/**
	 * Nothing if the decision is safe.
	 * @throws RuntimeException why it is not
	 */
	void check() {
		if (this.failure != null) {
			throw this.failure;
		}
	}

}
