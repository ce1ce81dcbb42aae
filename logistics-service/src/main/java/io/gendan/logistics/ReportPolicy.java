package io.gendan.logistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which times a report from outside may name (LOG-4, LOG-6), and the days of the
 * business.
 *
 * @param zone the zone whose calendar days count
 * @param clockTolerance how far a carrier's clock may be off ours
 * @param window how far back and how far ahead an expected arrival can be
 */
public record ReportPolicy(ZoneId zone, Duration clockTolerance, Duration window) {

	/**
	 * The calendar day of an instant.
	 * @param now an instant
	 * @return the day in the business zone
	 */
	public LocalDate day(Instant now) {
		return LocalDate.ofInstant(now, this.zone);
	}

	boolean future(Instant at, Instant now) {
		return at.isAfter(now.plus(this.clockTolerance));
	}

	boolean before(Instant at, Instant earliest) {
		return at.isBefore(earliest) && Duration.between(at, earliest).compareTo(this.clockTolerance) > 0;
	}

	Instant oldest(Instant now) {
		return now.minus(this.window);
	}

	LocalDate latestArrival(Instant now) {
		return day(now.plus(this.window));
	}

}
