package io.gendan.messaging.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.gendan.messaging.budget.ByteBudget;
import io.gendan.stage.Activity;
import io.gendan.stage.StreamKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The activities of a stage: each looks at every state that has become safe. */
public final class Activities<S, C> {

	private final StreamKind kind;

	private final List<ActivityRunner<S, C>> runners;

	private final Duration retryAfter;

	/**
	 * The activities of a stage.
	 * @param kind what this is a stage of
	 * @param activities what the stage may want
	 * @param retryAfter pause before an activity that brought no result runs again
	 * @param budget how many bytes of orders may wait for one activity
	 * @param clock the time
	 * @param registry learns for how many orders each fails
	 */
	public Activities(StreamKind kind, List<Activity<S, C>> activities, Duration retryAfter, ByteBudget budget,
			Clock clock, MeterRegistry registry) {
		this.kind = kind;
		this.runners = activities.stream()
			.map((activity) -> new ActivityRunner<>(activity, new ActivityQueue<>(budget),
					new FailingOrders(clock, retryAfter)))
			.toList();
		this.retryAfter = retryAfter;
		for (ActivityRunner<S, C> runner : this.runners) {
			Gauge.builder("gendan.activity.failing", runner, ActivityRunner::failing)
				.description("Orders for which an activity fails again and again")
				.tag("activity", runner.activity().name())
				.register(registry);
		}
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

	void offer(String subject, S state, long weight) {
		for (ActivityRunner<S, C> runner : this.runners) {
			if (runner.activity().wanted(state)) {
				runner.offer(this.kind.number(subject), state, weight);
			}
		}
	}

}
