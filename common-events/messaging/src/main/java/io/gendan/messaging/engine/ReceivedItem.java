package io.gendan.messaging.engine;

import io.gendan.contract.RecordedEvent;

/** An event of another service. */
final class ReceivedItem<S, C> extends Item<S, C> {

	private final RecordedEvent event;

	private Verdict verdict = Verdict.TAKEN;

	ReceivedItem(RecordedEvent event) {
		super(event.envelope().subject());
		this.event = event;
	}

	@Override
	void apply(OrderSession<S, C, ?> session) {
		this.verdict = session.received(this.event);
	}

	@Override
	void failed(RuntimeException failure) {
		this.verdict = Verdict.rejected("HANDLER_FAILED", failure.toString());
	}

	RecordedEvent event() {
		return this.event;
	}

	Verdict verdict() {
		return this.verdict;
	}

}
