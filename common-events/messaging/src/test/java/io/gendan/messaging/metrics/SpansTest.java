package io.gendan.messaging.metrics;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Measuring never throws, and no stranger fills the registry. */
class SpansTest {

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00.5Z");

	private final Timer timer = new SimpleMeterRegistry().timer("t");

	@Test
	void spansAreMeasured() {
		Spans.record(this.timer, NOW, Instant.parse("2026-03-02T01:00:02.25Z"));
		assertThat(this.timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(1750);
	}

	@Test
	void noTimeIsTooFarAway() {
		for (Instant one : new Instant[] { Instant.MIN, Instant.parse("0001-01-01T00:00:00Z"), NOW, Instant.MAX }) {
			for (Instant other : new Instant[] { Instant.MIN, NOW, Instant.MAX }) {
				Spans.record(this.timer, one, other);
			}
		}
		assertThat(this.timer.count()).isEqualTo(12);
		assertThat(this.timer.max(TimeUnit.NANOSECONDS)).isPositive();
	}

	@Test
	void typesNobodyKnowsShareALabel() {
		assertThat(EventTags.type("io.gendan.order.OrderPlaced.v1")).isEqualTo("io.gendan.order.OrderPlaced.v1");
		assertThat(EventTags.type("io.gendan.order.OrderPlaced.v999")).isEqualTo("unknown");
	}

}
