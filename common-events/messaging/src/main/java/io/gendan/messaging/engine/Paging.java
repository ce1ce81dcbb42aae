package io.gendan.messaging.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.gendan.messaging.ledger.Entry;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerPages;
import io.gendan.messaging.ledger.LedgerStore;

/**
 * Keeps the documents of long-lived subjects small: when one has grown, its oldest events
 * go to a page beside it, on a thread of its own. What cannot be moved yet, because it
 * has not left or somebody else was faster, is looked at again, less and less often.
 *
 * @param <S> the state of the stage
 */
public final class Paging<S> {

	/** Subjects that wait; those there is no room for come when they are used again. */
	private static final int WAITING = 1000;

	private static final long FIRST_PAUSE = Duration.ofSeconds(1).toNanos();

	/** With this many doublings a pause is about a minute. */
	private static final int LONGEST = 6;

	private final Map<String, Look> waiting = new LinkedHashMap<>();

	private final LedgerStore store;

	private final LedgerPages pages;

	private final States<S> states;

	private final long most;

	/**
	 * Paging for one stage.
	 * @param store the ledgers
	 * @param pages their pages
	 * @param states folds
	 * @param most how many bytes of events a document holds before its oldest ones go
	 */
	Paging(LedgerStore store, LedgerPages pages, States<S> states, long most) {
		this.store = store;
		this.pages = pages;
		this.states = states;
		this.most = most;
	}

	/** Looks whether the document of a subject has grown too large. */
	void seen(Folded<S> subject) {
		if (subject.entryBytes() > this.most) {
			offer(subject.order());
		}
	}

	/** Takes a subject to look after. */
	synchronized void offer(String subject) {
		if (this.waiting.size() < WAITING && this.waiting.putIfAbsent(subject, Look.now()) == null) {
			notifyAll();
		}
	}

	/**
	 * Looks after subjects until the thread is interrupted.
	 * @throws InterruptedException when the thread is interrupted
	 */
	public void run() throws InterruptedException {
		while (true) {
			String subject = next();
			boolean done = false;
			try {
				done = tidy(subject);
			}
			finally {
				looked(subject, done);
			}
		}
	}

	private synchronized String next() throws InterruptedException {
		while (true) {
			long soonest = Long.MAX_VALUE;
			for (Map.Entry<String, Look> look : this.waiting.entrySet()) {
				long nanos = look.getValue().at() - System.nanoTime();
				if (nanos <= 0) {
					return look.getKey();
				}
				soonest = Math.min(soonest, nanos);
			}
			if (soonest == Long.MAX_VALUE) {
				wait();
			}
			else {
				TimeUnit.NANOSECONDS.timedWait(this, soonest);
			}
		}
	}

	private synchronized void looked(String subject, boolean done) {
		if (done) {
			this.waiting.remove(subject);
		}
		else {
			this.waiting.computeIfPresent(subject, (same, look) -> look.later());
		}
	}

	/**
	 * Moves what can be moved now.
	 * @return false if something is left for later
	 */
	private boolean tidy(String subject) {
		Ledger ledger = this.store.load(List.of(subject)).get(subject);
		while (ledger.entryBytes() > this.most) {
			int count = count(ledger);
			if (count == 0 || !move(ledger, count)) {
				return false;
			}
			ledger = this.store.load(List.of(subject)).get(subject);
		}
		return this.states.isCurrent(ledger)
				|| this.pages.restate(ledger, this.states.stored(this.states.paged(ledger)), this.states.version());
	}

	/**
	 * How many entries make the next page. An event of a type that this version does not
	 * know stays, and what follows it: the state behind it would be wrong for the version
	 * that does.
	 */
	private int count(Ledger ledger) {
		long tooMuch = Math.min(this.most, ledger.entryBytes() - this.most / 4);
		int settled = ledger.settled();
		int count = 0;
		long bytes = 0;
		List<Entry> entries = ledger.entries();
		while (count < settled && bytes < tooMuch && this.states.reads(entries.get(count))) {
			bytes += entries.get(count).bytes();
			count++;
		}
		return count;
	}

	private boolean move(Ledger ledger, int count) {
		S state = this.states.after(this.states.paged(ledger), ledger.entries().subList(0, count));
		return this.pages.move(ledger, count, this.states.stored(state), this.states.version());
	}

	/**
	 * When to look at a subject.
	 *
	 * @param at time of {@link System#nanoTime()}
	 * @param tries how often it has been looked at in vain
	 */
	private record Look(long at, int tries) {

		static Look now() {
			return new Look(System.nanoTime(), 0);
		}

		Look later() {
			return new Look(System.nanoTime() + (FIRST_PAUSE << Math.min(this.tries, LONGEST)), this.tries + 1);
		}

	}

}
