package io.gendan.messaging.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Actor;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.StageGateway;
import io.gendan.stage.Activity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one activity on a thread of its own: whatever has gathered while it was busy is
 * the next batch. If a batch fails, it is halved until the order that is to blame stands
 * alone; that one comes again with its due instant, less and less often.
 */
public final class ActivityRunner<S, C> {

	private static final Logger log = LoggerFactory.getLogger(ActivityRunner.class);

	/** So many single orders in a row fail only for a reason they all share. */
	private static final int COMMON_CAUSE = 3;

	private final Activity<S, C> activity;

	private final ActivityQueue<S> queue;

	private final FailingOrders failing;

	private int failedInARow;

	ActivityRunner(Activity<S, C> activity, ActivityQueue<S> queue, FailingOrders failing) {
		this.activity = activity;
		this.queue = queue;
		this.failing = failing;
	}

	/**
	 * The activity.
	 * @return what this runs
	 */
	public Activity<S, C> activity() {
		return this.activity;
	}

	/**
	 * Orders for which the activity fails.
	 * @return as many as were tried in vain the last time
	 */
	int failing() {
		return this.failing.size();
	}

	void offer(String order, S state, long weight) {
		if (!this.failing.pauses(order)) {
			this.queue.offer(order, state, weight);
		}
	}

	/**
	 * Performs batches until the thread is interrupted.
	 * @param gateway where results are reported
	 * @throws InterruptedException when the thread is interrupted
	 */
	public void run(StageGateway<S, C> gateway) throws InterruptedException {
		while (true) {
			Map<String, S> batch = this.queue.take();
			this.failedInARow = 0;
			perform(gateway, List.copyOf(batch.entrySet()));
		}
	}

	private void perform(StageGateway<S, C> gateway, List<Map.Entry<String, S>> orders) {
		if (this.failedInARow >= COMMON_CAUSE) {
			return;
		}
		Map<String, S> states = new HashMap<>();
		orders.forEach((order) -> states.put(order.getKey(), order.getValue()));
		Map<String, C> results;
		try {
			results = this.activity.perform(states);
			this.failedInARow = 0;
		}
		catch (RuntimeException ex) {
			if (orders.size() > 1) {
				int half = orders.size() / 2;
				perform(gateway, orders.subList(0, half));
				perform(gateway, orders.subList(half, orders.size()));
			}
			else {
				this.failedInARow++;
				failed(orders.getFirst().getKey(), ex);
			}
			return;
		}
		report(gateway, results);
	}

	private void report(StageGateway<S, C> gateway, Map<String, C> results) {
		List<CommandRequest<C>> requests = new ArrayList<>(results.size());
		results.forEach((order, command) -> requests
			.add(CommandRequest.of(order, command, Actor.policy(this.activity.name()))));
		// States that were offered while the work was under way do not know its result;
		// the command that reports it brings the new one.
		results.keySet().forEach(this.queue::forget);
		try {
			gateway.executeAll(requests, (request, result) -> reported(request.order(), result));
		}
		catch (RuntimeException ex) {
			log.error("Results of activity {} for {} orders could not be written; they are tried again later",
					this.activity.name(), results.size(), ex);
		}
	}

	private boolean reported(String order, CommandResult<S> result) {
		switch (result) {
			case CommandResult.Done<S> done -> this.failing.done(order);
			case CommandResult.Refused<S> refused -> {
				log.warn("The result of activity {} for order {} was refused: {}", this.activity.name(), order,
						refused.refusal().code());
				this.failing.failed(order);
			}
			case CommandResult.Failed<S> unwritten -> failed(order, unwritten.failure());
		}
		return result instanceof CommandResult.Done;
	}

	private void failed(String order, RuntimeException failure) {
		log.error("Activity {} failed for order {}; it is tried again later", this.activity.name(), order, failure);
		this.failing.failed(order);
	}

}
