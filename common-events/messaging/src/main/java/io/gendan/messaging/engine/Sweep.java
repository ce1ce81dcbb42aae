package io.gendan.messaging.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.ledger.PublishedMark;
import io.gendan.messaging.ledger.Unfinished;
import io.gendan.messaging.outbox.OutboxRelay;
import io.gendan.messaging.outbox.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Picks up what a crash, a full queue or another instance left: events that have not
 * left, and deadlines that come near.
 */
public final class Sweep {

	private static final Logger log = LoggerFactory.getLogger(Sweep.class);

	private static final int BATCH = 500;

	private final LedgerStore store;

	private final OutboxRelay relay;

	private final DeadlineQueue deadlines;

	private final Clock clock;

	private final Duration grace;

	private final Duration horizon;

	/**
	 * A sweep.
	 * @param store the ledgers
	 * @param relay sends what has not left
	 * @param deadlines takes what comes near
	 * @param clock the time
	 * @param grace how old unpublished events must be to be picked up
	 * @param horizon how far ahead deadlines are picked up
	 */
	public Sweep(LedgerStore store, OutboxRelay relay, DeadlineQueue deadlines, Clock clock, Duration grace,
			Duration horizon) {
		this.store = store;
		this.relay = relay;
		this.deadlines = deadlines;
		this.clock = clock;
		this.grace = grace;
		this.horizon = horizon;
	}

	/** Sweeps once. */
	public void once() {
		sweep(this.grace);
	}

	/**
	 * Sweeps after a start, when nothing of this instance can be under way: what the last
	 * run left does not wait any longer.
	 */
	public void afterStart() {
		sweep(Duration.ZERO);
	}

	private void sweep(Duration youngest) {
		Instant now = this.clock.instant();
		List<String> pending = new ArrayList<>();
		for (Unfinished unfinished : this.store.unfinished(now.minus(youngest), now.plus(this.horizon))) {
			if (unfinished.due() != null) {
				this.deadlines.expect(unfinished.order(), unfinished.due());
			}
			if (unfinished.pending() && !this.relay.carries(unfinished.order())) {
				pending.add(unfinished.order());
			}
		}
		for (int from = 0; from < pending.size(); from += BATCH) {
			this.store.load(pending.subList(from, Math.min(pending.size(), from + BATCH)))
				.values()
				.forEach(this::resend);
		}
		if (!pending.isEmpty()) {
			log.info("Swept up {} orders with events that had not left", pending.size());
		}
	}

	private void resend(Ledger ledger) {
		List<RecordedEvent> tail = ledger.unpublished();
		if (tail.isEmpty()) {
			this.store.markPublished(List.of(new PublishedMark(ledger.order(), ledger.version(), ledger.head())));
		}
		else {
			this.relay.offer(new Outgoing(ledger.order(), ledger.version(), ledger.head(), tail));
		}
	}

}
