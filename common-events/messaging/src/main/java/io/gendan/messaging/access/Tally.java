package io.gendan.messaging.access;

import java.time.Instant;

/**
 * How often an attempt was made.
 *
 * @param attempt what was tried
 * @param from when first
 * @param to when last
 * @param count how often
 */
record Tally(RefusedAttempt attempt, Instant from, Instant to, long count) {

	Tally with(Tally other) {
		return new Tally(this.attempt, other.from.isBefore(this.from) ? other.from : this.from,
				other.to.isAfter(this.to) ? other.to : this.to, this.count + other.count);
	}

}
