package io.gendan.messaging.engine;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.gendan.contract.Envelope;
import io.gendan.messaging.metrics.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Measures how long orders take at this stage and whether promises are kept. */
public final class StageMetrics {

	private final MeterRegistry registry;

	private final SlaMetrics slas;

	private final ConcurrentMap<String, Timer> durations = new ConcurrentHashMap<>();

	public StageMetrics(MeterRegistry registry, SlaMetrics slas) {
		this.registry = registry;
		this.slas = slas;
	}

	void written(OrderSession<?, ?, ?> session, Instant now) {
		for (Envelope own : session.addedEvents()) {
			Spans.record(duration(own.type()), session.begunAt(), own.time());
		}
		this.slas.written(session, now);
	}

	private Timer duration(String type) {
		return this.durations.computeIfAbsent(type,
				(name) -> Timer.builder("gendan.stage.duration")
					.description("From the first thing this stage heard of an order to an event of its own")
					.tag("type", name)
					.register(this.registry));
	}

}
