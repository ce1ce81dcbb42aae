package io.gendan.messaging.engine;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.budget.Weight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A person has been told that an event waits. */
final class ToldItem<S, C> extends Item<S, C> {

	private static final Logger log = LoggerFactory.getLogger(ToldItem.class);

	private final RecordedEvent event;

	ToldItem(RecordedEvent event) {
		super(event.envelope().subject());
		this.event = event;
	}

	@Override
	long weight() {
		return Weight.of(this.event);
	}

	@Override
	void apply(OrderSession<S, C, ?> session) {
		session.arrivals().told(this.event);
	}

	@Override
	void failed(RuntimeException failure) {
		log.warn("A person is told again that {} waits", this.event.envelope().id(), failure);
	}

}
