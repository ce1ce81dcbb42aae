package io.gendan.local.player;

import java.time.Duration;

/** Lets so many orders a second go on, evenly. */
final class Pace {

	private static final double NANOS = 1e9;

	private final long interval;

	private long next = System.nanoTime();

	/**
	 * A pace.
	 * @param ordersPerSecond 0 for no limit
	 */
	Pace(double ordersPerSecond) {
		this.interval = (ordersPerSecond > 0) ? Math.round(NANOS / ordersPerSecond) : 0;
	}

	/**
	 * Waits for the turn of the next order.
	 * @throws InterruptedException when the thread is interrupted
	 */
	void await() throws InterruptedException {
		long turn;
		synchronized (this) {
			turn = Math.max(this.next, System.nanoTime());
			this.next = turn + this.interval;
		}
		while (turn > System.nanoTime()) {
			Thread.sleep(Duration.ofNanos(turn - System.nanoTime()));
		}
	}

}
