package io.gendan.logistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.gendan.contract.Actor;
import io.gendan.contract.Personal;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.LogisticsEvent;
import io.gendan.contract.logistics.ShipmentDelayed;
import io.gendan.contract.logistics.ShipmentMoved;
import io.gendan.logistics.ShipmentCommand.Track;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The carrier's reports: late, twice, in disorder (LOG-4). Arrival was expected on the
 * 13th.
 */
class TrackingTest {

	private static final LocalDate EXPECTED = LocalDate.of(2026, 3, 13);

	private static final LocalDate LATER = LocalDate.of(2026, 3, 16);

	private static final Instant MONDAY = Instant.parse("2026-03-09T02:00:00Z");

	private static final Instant TUESDAY = Instant.parse("2026-03-10T02:00:00Z");

	private static Scenario<Shipment, ShipmentCommand, LogisticsEvent> shipped() {
		return Scenario.of(LogisticsStageTest.STAGE)
			.at(TUESDAY.plusSeconds(60))
			.given(Orders.ready("SO-1"))
			.given(Orders.chosen("SO-1"), Orders.shipped("SO-1"));
	}

	@Test
	void aReportMovesTheShipmentAndADelayIsTold() {
		shipped().when(report("T-1", MONDAY, null))
			.then(moved("T-1", MONDAY, EXPECTED))
			.when(report("T-2", TUESDAY, LATER))
			.then(moved("T-2", TUESDAY, LATER), new ShipmentDelayed("SO-1", "W-1", EXPECTED, LATER, "IN_TRANSIT, 上海"));
	}

	@Test
	void anEarlierArrivalIsNoDelay() {
		LocalDate earlier = LocalDate.of(2026, 3, 11);
		shipped().when(report("T-1", MONDAY, earlier)).then(moved("T-1", MONDAY, earlier));
	}

	@Test
	void theSameReportTwiceIsOneReport() {
		shipped().when(report("T-1", MONDAY, LATER))
			.thenTypes(ShipmentMoved.class, ShipmentDelayed.class)
			.when(report("T-1", MONDAY, LATER))
			.then()
			.when(report(" T-1 ", TUESDAY, EXPECTED))
			.then();
	}

	@Test
	void aLateReportDoesNotMoveTheArrivalBack() {
		shipped().when(report("T-2", TUESDAY, EXPECTED))
			.thenTypes(ShipmentMoved.class)
			.when(report("T-1", MONDAY, LATER))
			.then(moved("T-1", MONDAY, EXPECTED));
	}

	@Test
	void afterDeliveryReportsAreKeptButDelayNothing() {
		shipped().given(new GoodsDelivered("SO-1", "W-1", Personal.of("王芳"), MONDAY, GoodsCondition.INTACT, List.of()))
			.when(report("T-9", TUESDAY, LATER))
			.then(moved("T-9", TUESDAY, EXPECTED));
	}

	@Test
	void anyOrderOfArrivalEndsWithTheLatestWord() {
		Random random = new Random(11);
		for (int round = 0; round < 200; round++) {
			List<Track> reports = new ArrayList<>();
			for (int i = 1; i <= 6; i++) {
				Track report = report("T-" + i, MONDAY.plusSeconds(60L * i), EXPECTED.plusDays(i % 4));
				reports.add(report);
				reports.add(report);
			}
			Collections.shuffle(reports, random);
			Shipment shipment = shipped().state();
			Context context = new Context(new Actor("integration", "carrier"), TUESDAY);
			for (Track report : reports) {
				if (LogisticsStageTest.STAGE.decide(shipment, report,
						context) instanceof Outcome.Accepted<LogisticsEvent>(List<LogisticsEvent> events)) {
					for (LogisticsEvent event : events) {
						shipment = LogisticsStageTest.STAGE.evolve(shipment, event);
					}
				}
			}
			Journey journey = shipment.journey().orElseThrow();
			assertThat(journey.movements()).hasSize(6);
			assertThat(journey.expectedArrival()).isEqualTo(EXPECTED.plusDays(2));
		}
	}

	@Test
	void allFaultsAreToldAtOnce() {
		shipped().when(new Track(null, " ", "x".repeat(201), null, LocalDate.of(9999, 12, 31)))
			.refusedFields(Map.of("trackingId", "REQUIRED", "status", "REQUIRED", "place", "TOO_LONG", "at", "REQUIRED",
					"expectedArrival", "DATE_IMPLAUSIBLE"))
			.when(new Track("T", "S\u001b", "上海", TUESDAY.plusSeconds(3600), LocalDate.MIN))
			.refusedFields(
					Map.of("status", "UNPRINTABLE", "at", "TIME_IN_FUTURE", "expectedArrival", "DATE_IMPLAUSIBLE"))
			.when(report("T-1", Instant.MIN, null))
			.refusedFields(Map.of("at", "BEFORE_THE_ORDER"));
	}

	private static Track report(String id, Instant at, LocalDate expected) {
		return new Track(id, "IN_TRANSIT", "上海", at, expected);
	}

	private static ShipmentMoved moved(String id, Instant at, LocalDate expected) {
		return new ShipmentMoved("SO-1", "W-1", id, "IN_TRANSIT", "上海", at, expected);
	}

}
