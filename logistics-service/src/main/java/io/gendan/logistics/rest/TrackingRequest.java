package io.gendan.logistics.rest;

import java.time.Instant;
import java.time.LocalDate;

import io.gendan.logistics.ShipmentCommand.Track;
import org.jspecify.annotations.Nullable;

/**
 * A report of the carrier (LOG-4).
 *
 * @param trackingId the carrier's id of this report, required
 * @param status carrier status, required
 * @param place where, required
 * @param at when, by the carrier, RFC 3339, required
 * @param expectedArrival expected arrival, when the carrier says something about it
 */
record TrackingRequest(@Nullable String trackingId, @Nullable String status, @Nullable String place,
		@Nullable Instant at, @Nullable LocalDate expectedArrival) {

	Track command() {
		return new Track(this.trackingId, this.status, this.place, this.at, this.expectedArrival);
	}

}
