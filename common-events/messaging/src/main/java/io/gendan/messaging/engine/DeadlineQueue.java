package io.gendan.messaging.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Due instants of the near future, in memory. What lies further ahead stands in the store
 * and is brought here by the sweep, whichever instance wrote it.
 */
public final class DeadlineQueue {

	private static final int BATCH = 500;

	/** A hundred bytes each; what does not fit is brought by a later sweep. */
	private static final int MOST = 50_000;

	private final Clock clock;

	private final Duration horizon;

	private final Map<String, Instant> expected = new HashMap<>();

	private final PriorityQueue<Deadline> queue = new PriorityQueue<>();

	/**
	 * An empty queue.
	 * @param clock the time
	 * @param horizon how far ahead instants are kept in memory
	 */
	public DeadlineQueue(Clock clock, Duration horizon) {
		this.clock = clock;
		this.horizon = horizon;
	}

	/**
	 * Expects an order at an instant, in place of what was expected before.
	 * @param order order number
	 * @param due the instant, null for never
	 */
	public synchronized void expect(String order, @Nullable Instant due) {
		if (due == null || due.isAfter(this.clock.instant().plus(this.horizon))) {
			this.expected.remove(order);
		}
		else if (this.queue.size() < MOST && !due.equals(this.expected.put(order, due))) {
			this.queue.add(new Deadline(order, due));
			notifyAll();
		}
	}

	/**
	 * Waits for due orders and hands them over, until the thread is interrupted.
	 * @param handler takes the orders that are due together
	 * @throws InterruptedException when the thread is interrupted
	 */
	public void run(Consumer<Collection<String>> handler) throws InterruptedException {
		while (true) {
			handler.accept(take());
		}
	}

	private synchronized Set<String> take() throws InterruptedException {
		Set<String> due = new HashSet<>();
		while (due.isEmpty()) {
			Deadline next = this.queue.peek();
			if (next == null) {
				wait();
				continue;
			}
			long millis = Duration.between(this.clock.instant(), next.at()).toMillis();
			if (millis > 0) {
				wait(millis);
			}
			drain(due);
		}
		return due;
	}

	private void drain(Set<String> due) {
		Instant now = this.clock.instant();
		Deadline next = this.queue.peek();
		while (next != null && !next.at().isAfter(now) && due.size() < BATCH) {
			this.queue.poll();
			if (this.expected.remove(next.order(), next.at())) {
				due.add(next.order());
			}
			next = this.queue.peek();
		}
	}

	private record Deadline(String order, Instant at) implements Comparable<Deadline> {

		@Override
		public int compareTo(Deadline other) {
			return this.at.compareTo(other.at);
		}

	}

}
