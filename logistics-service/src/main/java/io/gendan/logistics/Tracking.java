package io.gendan.logistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.logistics.LogisticsEvent;
import io.gendan.contract.logistics.ShipmentDelayed;
import io.gendan.contract.logistics.ShipmentMoved;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.logistics.ShipmentCommand.Track;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the carrier's reports (LOG-4). They come twice, late and in any order; only
 * the report that is latest by the carrier's clock moves the expected arrival.
 */
final class Tracking {

	private static final int LONGEST_TEXT = 200;

	private final ReportPolicy policy;

	Tracking(ReportPolicy policy) {
		this.policy = policy;
	}

	Outcome<LogisticsEvent> track(Shipment shipment, Track report, Context context) {
		Optional<Journey> journey = shipment.journey();
		if (journey.isEmpty()) {
			return Outcome.refused(LogisticsRefusal.NOT_SHIPPED,
					Map.of("order", shipment.order(), "state", shipment.phase().name()));
		}
		FieldCheck check = new FieldCheck();
		String trackingId = check.need("trackingId", check.code("trackingId", report.trackingId(), LONGEST_TEXT));
		String status = check.need("status", check.word("status", report.status(), LONGEST_TEXT));
		String place = check.need("place", check.word("place", report.place(), LONGEST_TEXT));
		Instant at = check.need("at", report.at(), context.now());
		check.happened("at", at, shipment.placed().map(OrderPlaced::receivedAt).orElse(Instant.MIN),
				LogisticsRefusal.BEFORE_THE_ORDER, context.now(), this.policy);
		expectable(report.expectedArrival(), context.now(), check);
		if (!check.clean()) {
			return Outcome.refused(LogisticsRefusal.FIELDS_INVALID, check.faults());
		}
		if (journey.get().knows(trackingId)) {
			return Outcome.accepted();
		}
		LocalDate expected = expected(journey.get(), report.expectedArrival(), at);
		GoodsShipped shipped = journey.get().shipped();
		ShipmentMoved moved = new ShipmentMoved(shipment.order(), shipped.waybill(), trackingId, status, place, at,
				expected);
		LocalDate previous = journey.get().expectedArrival();
		return expected.isAfter(previous) ? Outcome.accepted(moved,
				new ShipmentDelayed(shipment.order(), shipped.waybill(), previous, expected, status + ", " + place))
				: Outcome.accepted(moved);
	}

	private void expectable(@Nullable LocalDate arrival, Instant now, FieldCheck check) {
		LocalDate earliest = this.policy.day(this.policy.oldest(now));
		LocalDate latest = this.policy.latestArrival(now);
		if (arrival != null && (arrival.isBefore(earliest) || arrival.isAfter(latest))) {
			check.fault("expectedArrival", LogisticsRefusal.DATE_IMPLAUSIBLE,
					Map.of("earliest", earliest.toString(), "latest", latest.toString()));
		}
	}

	private static LocalDate expected(Journey journey, @Nullable LocalDate reported, Instant at) {
		boolean late = journey.latestReport().filter(at::isBefore).isPresent();
		return (reported == null || late || journey.delivered() != null) ? journey.expectedArrival() : reported;
	}

}
