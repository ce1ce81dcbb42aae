package io.gendan.messaging.outbox;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.gendan.contract.Envelope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts published events per type, and failures. */
public final class PublishedEvents {

	private final MeterRegistry registry;

	private final Counter failures;

	private final ConcurrentMap<String, Counter> byType = new ConcurrentHashMap<>();

	public PublishedEvents(MeterRegistry registry) {
		this.registry = registry;
		this.failures = Counter.builder("gendan.outbox.failures")
			.description("Sends that the broker refused; the sweep tries again")
			.register(registry);
	}

	void published(Envelope envelope) {
		this.byType
			.computeIfAbsent(envelope.type(),
					(type) -> Counter.builder("gendan.events.published")
						.description("Events acknowledged by the broker")
						.tag("topic", envelope.source().topic())
						.tag("type", type)
						.register(this.registry))
			.increment();
	}

	void failed() {
		this.failures.increment();
	}

}
