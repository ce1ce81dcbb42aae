package io.gendan.logistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.logistics.CarrierChosen;
import io.gendan.contract.logistics.DeliveryFailed;
import io.gendan.contract.logistics.Difference;
import io.gendan.contract.logistics.FailureReason;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.logistics.LogisticsEvent;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.logistics.ShipmentCommand.ChooseCarrier;
import io.gendan.logistics.ShipmentCommand.Deliver;
import io.gendan.logistics.ShipmentCommand.FailDelivery;
import io.gendan.logistics.ShipmentCommand.ReportedDifference;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The shipment of an order, told as stories. */
class LogisticsStageTest {

	static final DispatchPolicy DISPATCH = new DispatchPolicy(
			new TreeSet<>(Set.of("ROADLINK", "EXPRESSLINK", "SKYLINK")), Duration.ofMinutes(10));

	static final LogisticsStage STAGE = new LogisticsStage(
			new ReportPolicy(ZoneId.of("Asia/Shanghai"), Duration.ofMinutes(10), Duration.ofDays(365)), DISPATCH);

	/** Ten in the evening in UTC, already the next day in Shanghai. */
	static final Instant EVENING = Instant.parse("2026-03-09T22:00:00Z");

	private static final ChooseCarrier ROAD = new ChooseCarrier("ROADLINK", "cheapest", Money.of("23.25", "CNY"), 3);

	private static Scenario<Shipment, ShipmentCommand, LogisticsEvent> ready() {
		return Scenario.of(STAGE).at(EVENING).given(Orders.ready("SO-1")).given(Orders.chosen("SO-1"));
	}

	private static Scenario<Shipment, ShipmentCommand, LogisticsEvent> shipped() {
		return ready().given(Orders.shipped("SO-1"));
	}

	@Test
	void packedAndReleasedInAnyOrderWantACarrier() {
		Random random = new Random(3);
		for (int round = 0; round < 50; round++) {
			List<GendanEvent> facts = new ArrayList<>(List.of(Orders.ready("SO-1")));
			Collections.shuffle(facts, random);
			Scenario<Shipment, ShipmentCommand, LogisticsEvent> scenario = Scenario.of(STAGE);
			assertThat(scenario.state().phase()).isEqualTo(ShipmentPhase.WAITING);
			facts.forEach((fact) -> scenario.received(fact).then());
			assertThat(scenario.state().phase()).as("%s", facts).isEqualTo(ShipmentPhase.CHOOSING_CARRIER);
		}
	}

	@Test
	void whatIsMissingIsVisible() {
		Scenario<Shipment, ShipmentCommand, LogisticsEvent> scenario = Scenario.of(STAGE);
		assertThat(scenario.state().awaited()).containsExactly(AwaitedFact.PLACED, AwaitedFact.PACKED,
				AwaitedFact.RELEASED);
		scenario.received(Orders.packed("SO-1")).received(Orders.placed("SO-1"));
		assertThat(STAGE.summary(scenario.state())).containsEntry("waitsFor", "RELEASED");
		scenario.received(Orders.released("SO-1"));
		assertThat(STAGE.summary(scenario.state())).doesNotContainKey("waitsFor")
			.containsEntry("state", "CHOOSING_CARRIER");
	}

	@Test
	void theCarrierIsChosenOnceHoweverOftenItIsReported() {
		Scenario.of(STAGE)
			.given(Orders.ready("SO-1"))
			.when(ROAD)
			.then(new CarrierChosen("SO-1", "ROADLINK", "cheapest", Money.of("23.25", "CNY"), 3))
			.when(ROAD)
			.then();
	}

	@Test
	void deliveryMayFollowAFailedAttempt() {
		shipped().when(new FailDelivery(FailureReason.NOBODY_THERE, " gate closed "))
			.then(new DeliveryFailed("SO-1", "W-1", FailureReason.NOBODY_THERE, Personal.of("gate closed")))
			.when(new Deliver("王芳", null, null, null))
			.then(new GoodsDelivered("SO-1", "W-1", Personal.of("王芳"), EVENING, GoodsCondition.INTACT, List.of()));
	}

	@Test
	void differencesAreRecordedPerLine() {
		Instant at = EVENING.minusSeconds(3600);
		shipped()
			.when(new Deliver("王芳", at, GoodsCondition.INCOMPLETE,
					List.of(new ReportedDifference(1, "one motor missing"))))
			.then(new GoodsDelivered("SO-1", "W-1", Personal.of("王芳"), at, GoodsCondition.INCOMPLETE,
					List.of(new Difference(1, Personal.of("one motor missing")))));
	}

	@Test
	void allFaultsOfADeliveryAreToldAtOnce() {
		List<ReportedDifference> differences = new ArrayList<>(
				List.of(new ReportedDifference(9, " "), new ReportedDifference(null, "x\u0000")));
		differences.add(null);
		shipped().when(new Deliver(" ", EVENING.plusSeconds(3600), null, differences))
			.refusedFields(Map.of("signedBy", "REQUIRED", "at", "TIME_IN_FUTURE", "differences[0].line", "LINE_UNKNOWN",
					"differences[0].remark", "REQUIRED", "differences[1].line", "REQUIRED", "differences[1].remark",
					"UNPRINTABLE", "differences[2]", "REQUIRED"));
		shipped().when(new Deliver("王芳", Instant.MIN, null, Collections.nCopies(1001, new ReportedDifference(1, "x"))))
			.refusedFields(Map.of("at", "BEFORE_IT_LEFT", "differences", "TOO_MANY_ENTRIES"));
		shipped().when(new FailDelivery(null, "x".repeat(2001)))
			.refusedFields(Map.of("reason", "REQUIRED", "remarks", "TOO_LONG"));
	}

	@Test
	void nothingArrivesBeforeItLeft() {
		Instant left = Instant.parse("2026-03-02T01:00:00Z");
		shipped().when(new Deliver("王芳", left.minus(Duration.ofDays(100)), null, null))
			.refusedFields(Map.of("at", "BEFORE_IT_LEFT"));
		shipped().when(new Deliver("王芳", left.minusSeconds(601), null, null))
			.refusedFields(Map.of("at", "BEFORE_IT_LEFT"));
		Instant clockOff = left.minusSeconds(600);
		shipped().when(new Deliver("王芳", clockOff, null, null))
			.then(new GoodsDelivered("SO-1", "W-1", Personal.of("王芳"), clockOff, GoodsCondition.INTACT, List.of()));
	}

	@Test
	void whatLeftBeforeEventsToldTheTimeIsJudgedByItsOrder() {
		GoodsShipped old = new GoodsShipped("SO-1", "W-1", "ROADLINK", LocalDate.of(2026, 3, 13), 2, null);
		Instant received = Orders.placed("SO-1").receivedAt();
		ready().given(old)
			.when(new Deliver("王芳", received.minusSeconds(601), null, null))
			.refusedFields(Map.of("at", "BEFORE_IT_LEFT"))
			.when(new Deliver("王芳", received, null, null))
			.then(new GoodsDelivered("SO-1", "W-1", Personal.of("王芳"), received, GoodsCondition.INTACT, List.of()));
	}

	@Test
	void anOrderPlacedAgainCountsAsLastPlaced() {
		Scenario<Shipment, ShipmentCommand, LogisticsEvent> scenario = Scenario.of(STAGE)
			.given(Orders.placed("SO-1", 2, DeliveryMethod.AIR, "DE"),
					Orders.placed("SO-1", 1, DeliveryMethod.SEA, "US"));
		assertThat(STAGE.summary(scenario.state())).containsEntry("country", "DE")
			.containsEntry("deliveryMethod", "AIR");
	}

}
