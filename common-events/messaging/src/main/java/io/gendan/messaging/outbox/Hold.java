package io.gendan.messaging.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.gendan.messaging.budget.ByteBudget;

/**
 * The memory for events that are under way. A partition may take as much as is still
 * free: one that takes nothing any more, having no leader, ends with half of the hold,
 * and the others go on with the rest.
 */
final class Hold {

	private static final int INVITING = 8;

	private final ByteBudget budget;

	private final long patience;

	private final Map<Integer, Berth> berths = new HashMap<>();

	private long total;

	/**
	 * An empty hold.
	 * @param budget how much it takes
	 * @param patience how long a partition may take nothing off before nobody waits for
	 * it any more
	 */
	Hold(ByteBudget budget, Duration patience) {
		this.budget = budget;
		this.patience = patience.toNanos();
	}

	/**
	 * Takes events in if there is room, a single one for its partition however large it
	 * is.
	 * @param partition where they go
	 * @param bytes their size
	 * @return false if there is no room
	 */
	synchronized boolean take(int partition, long bytes) {
		if (!fits(partition, bytes)) {
			return false;
		}
		Berth berth = this.berths.computeIfAbsent(partition, (number) -> new Berth());
		if (berth.held == 0) {
			berth.movedAt = System.nanoTime();
		}
		berth.held += bytes;
		this.total += bytes;
		return true;
	}

	/**
	 * Waits for room, as long as the broker takes off what is here for that partition.
	 * @param partition where events go
	 * @param bytes their size
	 */
	synchronized void await(int partition, long bytes) {
		while (!fits(partition, bytes)) {
			Berth berth = this.berths.get(partition);
			long left = (berth == null) ? 0 : this.patience - (System.nanoTime() - berth.movedAt);
			if (left <= 0) {
				return;
			}
			try {
				TimeUnit.NANOSECONDS.timedWait(this, left);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	synchronized void release(int partition, long bytes) {
		Berth berth = this.berths.get(partition);
		if (berth != null) {
			berth.held -= bytes;
			berth.movedAt = System.nanoTime();
			this.total -= bytes;
			notifyAll();
		}
	}

	/**
	 * Whether it is worth reading an order from the store for a partition.
	 * @param partition where its events go
	 * @return true if there is more room than most orders need
	 */
	synchronized boolean inviting(int partition) {
		return fits(partition, this.budget.bytes() / INVITING);
	}

	private boolean fits(int partition, long bytes) {
		Berth berth = this.berths.get(partition);
		long own = (berth != null) ? berth.held : 0;
		return own == 0 || own + bytes <= this.budget.bytes() - this.total;
	}

	/**
	 * Whether there is much room.
	 * @return true if half of it is free
	 */
	synchronized boolean halfEmpty() {
		return this.total <= this.budget.bytes() / 2;
	}

	/** What is here for one partition. */
	private static final class Berth {

		private long held;

		private long movedAt;

	}

}
