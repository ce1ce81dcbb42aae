package io.gendan.messaging.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.metrics.Spans;
import io.gendan.stage.Sla;
import io.gendan.stage.Stage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Measures what was promised: how often it was met and missed, how much of the time that
 * counts was left or overdrawn, and how many orders are overdue now. A promise is settled
 * when the order does not wait for it any more; what is overdue counts as missed only
 * then, and what has been called off as neither.
 */
public final class SlaMetrics {

	private final Stage<?, ?, ?> stage;

	private final Map<String, Meters> meters;

	private final Clock clock;

	public SlaMetrics(Stage<?, ?, ?> stage, MeterRegistry registry, Clock clock) {
		this.stage = stage;
		this.clock = clock;
		this.meters = stage.slas()
			.stream()
			.collect(Collectors.toMap((name) -> name, (name) -> new Meters(name, registry)));
	}

	void written(OrderSession<?, ?, ?> session, Instant now) {
		Sla before = session.slaBefore();
		Meters promised = (before != null && !before.equals(session.sla())) ? this.meters.get(before.name()) : null;
		if (promised == null || before == null) {
			return;
		}
		if (session.slaWithdrawn()) {
			promised.withdrawn.increment();
		}
		else {
			promised.settled(before.due(), now, this.stage);
		}
	}

	/**
	 * Looks how many orders are overdue now.
	 * @param store counts them
	 */
	public void look(LedgerStore store) {
		this.meters.forEach((name, promised) -> promised.overdue = store.overdue(name, this.clock.instant()));
	}

	private static final class Meters {

		private final Counter met;

		private final Counter missed;

		private final Counter withdrawn;

		private final Timer left;

		private final Timer overdrawn;

		private volatile double overdue = Double.NaN;

		Meters(String name, MeterRegistry registry) {
			this.met = Counter.builder("gendan.sla.met")
				.description("Promises that were kept")
				.tag("sla", name)
				.register(registry);
			this.missed = Counter.builder("gendan.sla.missed")
				.description("Promises that were kept too late or not at all")
				.tag("sla", name)
				.register(registry);
			this.withdrawn = Counter.builder("gendan.sla.withdrawn")
				.description("Promises that were called off before they were kept")
				.tag("sla", name)
				.register(registry);
			this.left = Timer.builder("gendan.sla.margin")
				.description("Time left when a promise was kept, working time where a calendar says so")
				.tag("sla", name)
				.register(registry);
			this.overdrawn = Timer.builder("gendan.sla.overdrawn")
				.description("Time a promise was overdue when it was settled, working time where a calendar says so")
				.tag("sla", name)
				.register(registry);
			Gauge.builder("gendan.sla.overdue", this, (meters) -> meters.overdue)
				.description("Orders that are overdue now, the same at every instance")
				.tag("sla", name)
				.register(registry);
		}

		private void settled(Instant due, Instant now, Stage<?, ?, ?> stage) {
			if (due.isBefore(now)) {
				this.missed.increment();
				Spans.record(this.overdrawn, stage.counted(due, now));
			}
			else {
				this.met.increment();
				Spans.record(this.left, stage.counted(now, due));
			}
		}

	}

}
