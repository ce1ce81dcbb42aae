package io.gendan.messaging.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import io.gendan.messaging.budget.ByteBudget;
import org.jspecify.annotations.Nullable;

/**
 * The orders that wait for an activity, with their latest state, as many as fit into
 * memory. An order that does not fit comes again with its due instant.
 */
final class ActivityQueue<S> {

	private static final int BATCH = 500;

	private final ByteBudget budget;

	private final Map<String, Waiting<S>> orders = new LinkedHashMap<>();

	private long held;

	ActivityQueue(ByteBudget budget) {
		this.budget = budget;
	}

	synchronized void offer(String order, S state, long weight) {
		release(this.orders.remove(order));
		if (this.orders.isEmpty() || this.held + weight <= this.budget.bytes()) {
			this.orders.put(order, new Waiting<>(state, weight));
			this.held += weight;
			notifyAll();
		}
	}

	synchronized void forget(String order) {
		release(this.orders.remove(order));
	}

	/**
	 * The next batch, as soon as an order waits.
	 * @return states by order number, at least one
	 * @throws InterruptedException when the thread is interrupted
	 */
	synchronized Map<String, S> take() throws InterruptedException {
		while (this.orders.isEmpty()) {
			wait();
		}
		Map<String, S> batch = new LinkedHashMap<>();
		Iterator<Map.Entry<String, Waiting<S>>> rest = this.orders.entrySet().iterator();
		while (rest.hasNext() && batch.size() < BATCH) {
			Map.Entry<String, Waiting<S>> next = rest.next();
			batch.put(next.getKey(), next.getValue().state());
			release(next.getValue());
			rest.remove();
		}
		return batch;
	}

	private void release(@Nullable Waiting<S> waiting) {
		this.held -= (waiting != null) ? waiting.weight() : 0;
	}

	private record Waiting<S>(S state, long weight) {
	}

}
