package io.gendan.messaging.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
 * the next batch. An order that fails comes again with its retry deadline.
 */
public final class ActivityRunner<S, C> {

	private static final Logger log = LoggerFactory.getLogger(ActivityRunner.class);

	private static final int BATCH = 500;

	private final Activity<S, C> activity;

	private final Map<String, S> waiting = new LinkedHashMap<>();

	ActivityRunner(Activity<S, C> activity) {
		this.activity = activity;
	}

	/**
	 * The activity.
	 * @return what this runs
	 */
	public Activity<S, C> activity() {
		return this.activity;
	}

	synchronized void offer(String order, S state) {
		this.waiting.put(order, state);
		notifyAll();
	}

	/**
	 * Performs batches until the thread is interrupted.
	 * @param gateway where results are reported
	 * @throws InterruptedException when the thread is interrupted
	 */
	public void run(StageGateway<S, C> gateway) throws InterruptedException {
		while (true) {
			Map<String, S> batch = take();
			try {
				report(gateway, this.activity.perform(batch));
			}
			catch (RuntimeException ex) {
				log.error("Activity {} failed for {} orders; they are tried again later", this.activity.name(),
						batch.size(), ex);
			}
		}
	}

	private void report(StageGateway<S, C> gateway, Map<String, C> results) {
		List<CommandRequest<C>> requests = new ArrayList<>(results.size());
		results.forEach((order, command) -> requests
			.add(CommandRequest.of(order, command, Actor.policy(this.activity.name()))));
		forget(results.keySet());
		List<CommandResult<S>> answers = gateway.executeAll(requests);
		for (int i = 0; i < answers.size(); i++) {
			String order = requests.get(i).order();
			switch (answers.get(i)) {
				case CommandResult.Done<S> done ->
					log.trace("Activity {} done for order {}", this.activity.name(), order);
				case CommandResult.Refused<S> refused ->
					log.warn("The result of activity {} for order {} was refused: {}", this.activity.name(), order,
							refused.refusal().code());
				case CommandResult.Failed<S> failed ->
					log.error("The result of activity {} for order {} could not be written; it is tried again later",
							this.activity.name(), order, failed.failure());
			}
		}
	}

	/**
	 * States that were offered while the work was under way do not know its result; the
	 * command that reports it brings the new one.
	 */
	private synchronized void forget(Collection<String> orders) {
		this.waiting.keySet().removeAll(orders);
	}

	private synchronized Map<String, S> take() throws InterruptedException {
		while (this.waiting.isEmpty()) {
			wait();
		}
		Map<String, S> batch = new LinkedHashMap<>();
		var rest = this.waiting.entrySet().iterator();
		while (rest.hasNext() && batch.size() < BATCH) {
			Map.Entry<String, S> next = rest.next();
			batch.put(next.getKey(), next.getValue());
			rest.remove();
		}
		return batch;
	}

}
