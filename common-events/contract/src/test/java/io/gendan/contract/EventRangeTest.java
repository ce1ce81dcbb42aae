package io.gendan.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What an event may carry, nobody who computes with it can stumble over. */
class EventRangeTest {

	@Test
	void timesSortAsTexts() {
		List<Instant> times = Stream
			.of("2026-11-24T01:15:03Z", "2026-11-24T01:15:03.000000001Z", "2026-11-24T01:15:03.2Z",
					"2026-11-24T01:15:03.250Z", "2026-11-24T01:15:03.2505Z", "2026-11-24T01:15:04Z")
			.map(Instant::parse)
			.toList();
		List<String> texts = times.stream().map(EventRange::text).toList();
		assertThat(texts).isSorted().allMatch((text) -> text.length() == 30);
		assertThat(texts.stream().map(EventRange::time)).isEqualTo(times);
	}

	@Test
	void theWholeRangeFitsIntoNanoseconds() {
		assertThatCode(() -> Duration.between(EventRange.EARLIEST, EventRange.LATEST).toNanos())
			.doesNotThrowAnyException();
		assertThat(EventRange.holds(EventRange.EARLIEST)).isTrue();
		assertThat(EventRange.holds(EventRange.LATEST)).isTrue();
		assertThat(EventRange.holds(EventRange.EARLIEST.minusNanos(1))).isFalse();
		assertThat(EventRange.holds(EventRange.LATEST.plusNanos(1))).isFalse();
	}

	@Test
	void aClockStopsAtItsEnd() {
		assertThat(EventRange.after(1)).isEqualTo(2);
		assertThat(EventRange.after(EventRange.LARGEST - 1)).isEqualTo(EventRange.LARGEST);
		assertThat(EventRange.after(EventRange.LARGEST)).isEqualTo(EventRange.LARGEST);
		assertThat(EventRange.after(Long.MAX_VALUE)).isEqualTo(EventRange.LARGEST);
	}

}
