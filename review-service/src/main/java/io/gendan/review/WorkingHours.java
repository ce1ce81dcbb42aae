package io.gendan.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * An interval of a working day.
 *
 * @param from when work begins
 * @param to when it ends; midnight means the end of the day
 */
record WorkingHours(LocalTime from, LocalTime to) {

	WorkingHours {
		if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
			throw new IllegalArgumentException("Working hours must end after they begin: %s to %s".formatted(from, to));
		}
	}

	/** For intervals in the order of their beginnings. */
	boolean overlaps(WorkingHours next) {
		return this.to.equals(LocalTime.MIDNIGHT) || next.from.isBefore(this.to);
	}

	Instant begin(LocalDate day, ZoneOffset offset) {
		return day.atTime(this.from).toInstant(offset);
	}

	Instant end(LocalDate day, ZoneOffset offset) {
		LocalDate endsOn = this.to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
		return endsOn.atTime(this.to).toInstant(offset);
	}

}
