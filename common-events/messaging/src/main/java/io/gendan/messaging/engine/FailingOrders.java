package io.gendan.messaging.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The orders for which an activity fails: how often, and until when it is not tried
 * again. What is forgotten, because of a restart or because there are too many, is only
 * tried sooner.
 */
final class FailingOrders {

	private static final int MOST = 10_000;

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

	private static final int LAST_DOUBLING = 10;

	private final Clock clock;

	private final Duration retryAfter;

	private final Map<String, Failing> orders = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Failing> eldest) {
			return size() > MOST;
		}

	};

	/**
	 * None fail.
	 * @param clock the time
	 * @param retryAfter how often an order that waits comes anyway
	 */
	FailingOrders(Clock clock, Duration retryAfter) {
		this.clock = clock;
		this.retryAfter = retryAfter;
	}

	/**
	 * Whether an order is to be left alone for a while.
	 * @param order order number
	 * @return true until its pause is over
	 */
	synchronized boolean pauses(String order) {
		Failing failing = this.orders.get(order);
		return failing != null && this.clock.instant().isBefore(failing.until());
	}

	/**
	 * It has failed once more: the first time the order only waits until it comes anyway,
	 * then longer and longer.
	 * @param order order number
	 */
	synchronized void failed(String order) {
		Failing before = this.orders.remove(order);
		int times = (before != null) ? before.times() + 1 : 1;
		Duration pause = this.retryAfter.multipliedBy((1L << Math.min(times - 1, LAST_DOUBLING)) - 1);
		this.orders.put(order, new Failing(times,
				this.clock.instant().plus((pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE)));
	}

	synchronized void done(String order) {
		this.orders.remove(order);
	}

	synchronized int size() {
		return this.orders.size();
	}

	private record Failing(int times, Instant until) {
	}

}
