package io.gendan.messaging.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;

/** Spans between instants. */
public final class Spans {

	/** The longest span that a timer can take, in seconds. */
	private static final long LONGEST = TimeUnit.NANOSECONDS.toSeconds(Long.MAX_VALUE) - 1;

	private Spans() {
	}

	/**
	 * Records a span. Never throws, whatever the instants are: a measurement is not worth
	 * a record that cannot be taken.
	 * @param timer takes it
	 * @param from its beginning
	 * @param to its end; before the beginning it counts as no time at all
	 */
	public static void record(Timer timer, Instant from, Instant to) {
		timer.record(nanos(from, to), TimeUnit.NANOSECONDS);
	}

	/**
	 * Records a span.
	 * @param timer takes it
	 * @param span how long; below zero it counts as no time at all
	 */
	public static void record(Timer timer, Duration span) {
		record(timer, Instant.EPOCH, Instant.EPOCH.plus(span));
	}

	private static long nanos(Instant from, Instant to) {
		if (!from.isBefore(to)) {
			return 0;
		}
		// Seconds of instants never overflow; nanoseconds do after 292 years.
		long seconds = Math.min(to.getEpochSecond() - from.getEpochSecond(), LONGEST);
		return Math.max(0, TimeUnit.SECONDS.toNanos(seconds) + to.getNano() - from.getNano());
	}

}
