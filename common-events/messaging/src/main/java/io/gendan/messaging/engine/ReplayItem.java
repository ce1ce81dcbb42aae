package io.gendan.messaging.engine;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.budget.Weight;

/** An event that the inbox has passed over, since the stage did not listen to it then. */
final class ReplayItem<S, C> extends Item<S, C> {

	private final RecordedEvent event;

	private Verdict verdict = Verdict.DUPLICATE;

	ReplayItem(RecordedEvent event) {
		super(event.envelope().subject());
		this.event = event;
	}

	@Override
	long weight() {
		return Weight.of(this.event);
	}

	@Override
	void apply(OrderSession<S, C, ?> session) {
		this.verdict = session.arrivals().replayed(this.event);
	}

	@Override
	void failed(RuntimeException failure) {
		this.verdict = Verdict.failed(failure);
	}

	Verdict verdict() {
		return this.verdict;
	}

}
