package io.gendan.messaging.engine;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.budget.Weight;
import org.jspecify.annotations.Nullable;

/** An event of another service. */
final class ReceivedItem<S, C> extends Item<S, C> {

	private final RecordedEvent event;

	private Verdict verdict = Verdict.TAKEN;

	private @Nullable StoreBusyException busy;

	ReceivedItem(RecordedEvent event) {
		super(event.envelope().subject());
		this.event = event;
	}

	@Override
	long weight() {
		return Weight.of(this.event);
	}

	@Override
	void apply(OrderSession<S, C, ?> session) {
		this.verdict = session.arrivals().received(this.event);
	}

	@Override
	void failed(RuntimeException failure) {
		if (failure instanceof StoreBusyException again) {
			this.busy = again;
		}
		else {
			this.verdict = Verdict.failed(failure);
		}
	}

	/**
	 * What became of the event.
	 * @return the verdict
	 * @throws StoreBusyException if it must come again
	 */
	Verdict verdict() {
		if (this.busy != null) {
			throw this.busy;
		}
		return this.verdict;
	}

}
