package io.gendan.messaging.engine;

import java.time.Duration;
import java.util.List;

import io.gendan.stage.Activity;

/** The activities of a stage: each looks at every state that has become safe. */
public final class Activities<S, C> {

	private final List<ActivityRunner<S, C>> runners;

	private final Duration retryAfter;

	public Activities(List<Activity<S, C>> activities, Duration retryAfter) {
		this.runners = activities.stream().map(ActivityRunner::new).toList();
		this.retryAfter = retryAfter;
	}

	/**
	 * The runners.
	 * @return one per activity
	 */
	public List<ActivityRunner<S, C>> runners() {
		return this.runners;
	}

	Duration retryAfter() {
		return this.retryAfter;
	}

	boolean wants(S state) {
		for (ActivityRunner<S, C> runner : this.runners) {
			if (runner.activity().wanted(state)) {
				return true;
			}
		}
		return false;
	}

	void offer(String order, S state) {
		for (ActivityRunner<S, C> runner : this.runners) {
			if (runner.activity().wanted(state)) {
				runner.offer(order, state);
			}
		}
	}

}
