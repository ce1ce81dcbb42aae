package io.gendan.messaging.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.budget.ByteBudget;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerStores;
import io.gendan.messaging.ledger.Ledgers;
import io.gendan.messaging.ledger.PublishedMark;
import io.gendan.messaging.ledger.UnreadableLedgerException;
import io.gendan.messaging.ledger.Unfinished;
import io.gendan.messaging.outbox.OutboxRelay;
import io.gendan.messaging.outbox.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Picks up what a crash, a full memory or another instance left: events that have not
 * left, and deadlines that come near.
 */
public final class Sweep {

	private static final Logger log = LoggerFactory.getLogger(Sweep.class);

	private static final Duration GLANCE = Duration.ofSeconds(1);

	/** What lies further ahead was written by a clock that was wrong. */
	private static final Duration AHEAD = Duration.ofMinutes(1);

	private final LedgerStores store;

	private final OutboxRelay relay;

	private final DeadlineQueue deadlines;

	private final Clock clock;

	private final Duration grace;

	private final Duration horizon;

	private final ByteBudget budget;

	private long refusals;

	private long hurryUntil = System.nanoTime();

	private volatile int left;

	/**
	 * A sweep.
	 * @param store the ledgers
	 * @param relay sends what has not left
	 * @param deadlines takes what comes near
	 * @param clock the time
	 * @param grace how old unpublished events must be to be picked up
	 * @param horizon how far ahead deadlines are picked up
	 * @param budget how many bytes of ledgers are read at once
	 */
	public Sweep(LedgerStores store, OutboxRelay relay, DeadlineQueue deadlines, Clock clock, Duration grace,
			Duration horizon, ByteBudget budget) {
		this.store = store;
		this.relay = relay;
		this.deadlines = deadlines;
		this.clock = clock;
		this.grace = grace;
		this.horizon = horizon;
		this.budget = budget;
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

	/**
	 * Waits for the next sweep: an interval, or less when the relay had to leave events
	 * in the store and has room again.
	 * @param interval the longest wait
	 * @throws InterruptedException when the thread is interrupted
	 */
	public void await(Duration interval) throws InterruptedException {
		long until = System.nanoTime() + interval.toNanos();
		while (until - System.nanoTime() > 0) {
			Thread.sleep(Duration.ofNanos(Math.min(GLANCE.toNanos(), Math.max(0, until - System.nanoTime()))));
			if (hurries() && this.relay.hasRoom()) {
				return;
			}
		}
	}

	/**
	 * Orders with events that the broker has not acknowledged: under way, or waiting in
	 * the store until the relay has room, as many as the last sweep has seen.
	 * @return a number
	 */
	public int backlog() {
		return this.relay.backlog() + this.left;
	}

	/** What was left a moment ago is old enough for a sweep only after the grace. */
	private boolean hurries() {
		if (this.relay.refusals() != this.refusals) {
			this.refusals = this.relay.refusals();
			this.hurryUntil = System.nanoTime() + this.grace.plus(GLANCE).plus(GLANCE).toNanos();
		}
		return this.hurryUntil - System.nanoTime() > 0;
	}

	private void sweep(Duration youngest) {
		Instant now = this.clock.instant();
		Resending resending = new Resending();
		this.store.unfinished(now.minus(youngest), now.plus(AHEAD), now.plus(this.horizon), (unfinished) -> {
			if (unfinished.due() != null) {
				this.deadlines.expect(unfinished.order(), unfinished.due());
			}
			if (unfinished.pending()) {
				resending.take(unfinished);
			}
		});
		resending.flush();
		this.left = resending.left;
		if (resending.brought > 0) {
			if (resending.left > 0) {
				this.hurryUntil = System.nanoTime() + GLANCE.multipliedBy(3).toNanos();
			}
			log.info("Swept up {} orders with events that had not left, {} more wait for room", resending.brought,
					resending.left);
		}
	}

	/** Reads what has not left, as much as fits into memory at once, and sends it. */
	private final class Resending {

		private final List<String> next = new ArrayList<>();

		private long bytes;

		private int brought;

		private int left;

		void take(Unfinished pending) {
			String order = pending.order();
			if (!Sweep.this.relay.wants(order)) {
				this.left += Sweep.this.relay.carries(order) ? 0 : 1;
				return;
			}
			if (!this.next.isEmpty() && this.bytes + pending.bytes() > Sweep.this.budget.bytes()) {
				flush();
			}
			this.next.add(order);
			this.bytes += pending.bytes();
		}

		void flush() {
			if (this.next.isEmpty()) {
				return;
			}
			Ledgers ledgers = Sweep.this.store.load(this.next);
			this.next.forEach((order) -> {
				try {
					resend(ledgers.get(order));
					this.brought++;
					this.left += Sweep.this.relay.carries(order) ? 0 : 1;
				}
				catch (UnreadableLedgerException ex) {
					log.error("Events of order {} cannot leave", order, ex);
				}
			});
			this.next.clear();
			this.bytes = 0;
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
