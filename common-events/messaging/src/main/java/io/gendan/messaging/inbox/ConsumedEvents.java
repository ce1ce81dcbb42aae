package io.gendan.messaging.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.gendan.contract.Envelope;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.metrics.EventTags;
import io.gendan.messaging.metrics.Spans;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts consumed events per type and measures how long they were under way. */
public final class ConsumedEvents {

	private final MeterRegistry registry;

	private final Clock clock;

	private final String group;

	private final Timer lag;

	private final ConcurrentMap<String, Counter> counters = new ConcurrentHashMap<>();

	public ConsumedEvents(MeterRegistry registry, Clock clock, String group) {
		this.registry = registry;
		this.clock = clock;
		this.group = group;
		this.lag = Timer.builder("gendan.events.lag")
			.description("From the commit of an event to its effect in this consumer")
			.tag("group", group)
			.publishPercentiles(0.5, 0.95, 0.99)
			.register(registry);
		// There from the start, so that the first one is a rise and not a beginning.
		Arrays.stream(Service.values()).forEach(this::conflicts);
	}

	void consumed(List<RecordedEvent> events, List<Verdict> verdicts) {
		Instant now = this.clock.instant();
		for (int i = 0; i < events.size(); i++) {
			Envelope envelope = events.get(i).envelope();
			Verdict.Kind kind = verdicts.get(i).kind();
			counter(envelope, kind).increment();
			if (Verdict.CONFLICT.equals(verdicts.get(i).reason())) {
				conflicts(envelope.source()).increment();
			}
			if (kind == Verdict.Kind.TAKEN) {
				Spans.record(this.lag, envelope.time(), now);
			}
		}
	}

	private Counter conflicts(Service source) {
		return Counter.builder("gendan.events.conflicts")
			.description("Events in whose place another had been taken: one of the two is false")
			.tag("topic", source.topic())
			.tag("group", this.group)
			.register(this.registry);
	}

	private Counter counter(Envelope envelope, Verdict.Kind kind) {
		String type = EventTags.type(envelope.type());
		return this.counters.computeIfAbsent(envelope.source().label() + type + kind,
				(key) -> Counter.builder("gendan.events.consumed")
					.description("Events taken, found again, or rejected")
					.tag("topic", envelope.source().topic())
					.tag("type", type)
					.tag("outcome", kind.name().toLowerCase(Locale.ROOT))
					.tag("group", this.group)
					.register(this.registry));
	}

}
