package io.gendan.messaging.engine;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The due instant of an order has come. */
final class DueItem<S, C> extends Item<S, C> {

	private static final Logger log = LoggerFactory.getLogger(DueItem.class);

	private final Duration patience;

	private List<Overdue> overdue = List.of();

	DueItem(String order, Duration patience) {
		super(order);
		this.patience = patience;
	}

	@Override
	long weight() {
		return 0;
	}

	@Override
	void apply(OrderSession<S, C, ?> session) {
		this.overdue = session.arrivals().overdue(this.patience);
		session.strike();
	}

	/**
	 * What a person must be told.
	 * @return events that wait
	 */
	List<Overdue> overdue() {
		return this.overdue;
	}

	@Override
	void failed(RuntimeException failure) {
		log.error("What is due for order {} failed; it is tried again with the next sweep", order(), failure);
	}

}
