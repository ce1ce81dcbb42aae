package io.gendan.review;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a review may take and who is told when it takes longer (REV-1, REV-2).
 *
 * @param time working time from opening to due
 * @param escalation role that is told when the time has run out
 * @param calendar when people work
 */
record ReviewPolicy(Duration time, String escalation, WorkingCalendar calendar) {

	ReviewPolicy {
		if (time.isNegative() || time.isZero()) {
			throw new IllegalArgumentException("The review time must be positive, not " + time);
		}
		if (escalation.isBlank()) {
			throw new IllegalArgumentException("Somebody must be told when a review is overdue");
		}
	}

	Instant dueAt(Instant opened) {
		return this.calendar.plus(opened, this.time);
	}

	Duration worked(Instant from, Instant to) {
		return to.isBefore(from) ? this.calendar.between(to, from).negated() : this.calendar.between(from, to);
	}

}
