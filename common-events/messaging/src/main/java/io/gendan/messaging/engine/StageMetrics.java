package io.gendan.messaging.engine;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.gendan.contract.Envelope;
import io.gendan.messaging.metrics.Spans;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/** Measures how long orders take at this stage and how close deadlines come. */
public final class StageMetrics {

	private final MeterRegistry registry;

	private final Timer margin;

	private final Counter missed;

	private final ConcurrentMap<String, Timer> durations = new ConcurrentHashMap<>();

	public StageMetrics(MeterRegistry registry) {
		this.registry = registry;
		this.margin = Timer.builder("gendan.sla.margin")
			.description("Time left when what was due was settled")
			.register(registry);
		this.missed = Counter.builder("gendan.sla.missed").description("Due instants that passed").register(registry);
	}

	void written(OrderSession<?, ?, ?> session, Instant now) {
		for (Envelope own : session.addedEvents()) {
			Spans.record(duration(own.type()), session.begunAt(), own.time());
		}
		Instant due = session.dueBefore();
		if (due != null && !due.equals(session.due())) {
			settled(due, session.due(), now);
		}
	}

	private void settled(Instant due, @Nullable Instant next, Instant now) {
		if (due.isAfter(now)) {
			Spans.record(this.margin, now, due);
		}
		else if (next == null || next.isAfter(due)) {
			this.missed.increment();
		}
	}

	private Timer duration(String type) {
		return this.durations.computeIfAbsent(type,
				(name) -> Timer.builder("gendan.stage.duration")
					.description("From the first thing this stage heard of an order to an event of its own")
					.tag("type", name)
					.register(this.registry));
	}

}
