package io.gendan.fulfillment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How production is forecast (FUL-2).
 *
 * @param zone zone of the business day
 * @param leadDays calendar days from the shortage to the first forecast
 * @param horizonDays calendar days a forecast may lie ahead
 */
public record ProductionPolicy(ZoneId zone, int leadDays, int horizonDays) {

	/**
	 * A policy.
	 * @throws IllegalArgumentException if a number of days is negative
	 */
	public ProductionPolicy {
		if (leadDays < 0 || horizonDays < leadDays) {
			throw new IllegalArgumentException("The lead of %d days must lie between 0 and the horizon of %d days"
				.formatted(leadDays, horizonDays));
		}
	}

	LocalDate today(Instant now) {
		return LocalDate.ofInstant(now, this.zone);
	}

	LocalDate firstForecast(Instant now) {
		return today(now).plusDays(this.leadDays);
	}

	LocalDate farthestForecast(Instant now) {
		return today(now).plusDays(this.horizonDays);
	}

}
