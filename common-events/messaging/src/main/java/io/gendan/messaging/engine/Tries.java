package io.gendan.messaging.engine;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How often the orders of a batch are decided again. The first repetition comes at once,
 * it is mostly about something that was remembered; the others after a pause that grows
 * and is never the same for two writers.
 */
final class Tries {

	private static final int MOST = 20;

	private static final long LONGEST_PAUSE_MILLIS = 100;

	private int done = 1;

	/** Counts a repetition, and waits before it if it is not the first. */
	void next() {
		if (this.done > 1) {
			long longest = Math.min(LONGEST_PAUSE_MILLIS, 1L << this.done);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(longest)));
		}
		this.done++;
	}

	boolean over() {
		return this.done >= MOST;
	}

}
