package io.gendan.messaging.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The due instant of an order has come. */
final class DueItem<S, C> extends Item<S, C> {

	private static final Logger log = LoggerFactory.getLogger(DueItem.class);

	DueItem(String order) {
		super(order);
	}

	@Override
	void apply(OrderSession<S, C, ?> session) {
		session.strike();
	}

	@Override
	void failed(RuntimeException failure) {
		log.error("What is due for order {} failed; it is tried again with the next sweep", order(), failure);
	}

}
