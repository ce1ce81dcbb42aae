package io.gendan.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

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

	Instant begin(LocalDate day, ZoneId zone) {
		return instant(day.atTime(this.from), zone, true);
	}

	Instant end(LocalDate day, ZoneId zone) {
		LocalDate endsOn = this.to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
		return instant(endsOn.atTime(this.to), zone, false);
	}

	/**
	 * Where the clock is put forward, a time that does not exist means the moment of the
	 * change; where it is put back, an interval counts all that really passes in it.
	 */
	private static Instant instant(LocalDateTime time, ZoneId zone, boolean earlier) {
		ZoneOffsetTransition change = zone.getRules().getTransition(time);
		if (change == null) {
			return time.toInstant(zone.getRules().getOffset(time));
		}
		if (change.isGap()) {
			return change.getInstant();
		}
		ZoneOffset offset = earlier ? change.getOffsetBefore() : change.getOffsetAfter();
		return time.toInstant(offset);
	}

}
