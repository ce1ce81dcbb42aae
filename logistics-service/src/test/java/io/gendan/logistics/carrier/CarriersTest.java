package io.gendan.logistics.carrier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.logistics.BookingFailure;
import io.gendan.contract.logistics.TransportOrdered;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.logistics.CarrierChoice;
import io.gendan.logistics.DispatchPolicy;
import io.gendan.logistics.LogisticsStage;
import io.gendan.logistics.Orders;
import io.gendan.logistics.Quote;
import io.gendan.logistics.ReportPolicy;
import io.gendan.logistics.Shipment;
import io.gendan.logistics.ShipmentCommand;
import io.gendan.logistics.ShipmentCommand.Book;
import io.gendan.logistics.ShipmentCommand.CancelBookings;
import io.gendan.logistics.ShipmentCommand.ChooseCarrier;
import io.gendan.logistics.ShipmentCommand.RefuseTransport;
import io.gendan.logistics.carrier.PlantedCarrier.Mood;
import io.gendan.testing.Scenario;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** A carrier that hangs or fails delays nothing else (LOG-2). */
@Timeout(60)
class CarriersTest {

	private static final ReportPolicy CALENDAR = new ReportPolicy(ZoneId.of("Asia/Shanghai"), Duration.ofMinutes(10),
			Duration.ofDays(365));

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-09T22:00:00Z"), ZoneOffset.UTC);

	private static final LogisticsStage STAGE = new LogisticsStage(CALENDAR,
			new DispatchPolicy(new TreeSet<>(Set.of("ROADLINK")), Duration.ofMinutes(10)));

	private static final Duration TIME_LIMIT = Duration.ofSeconds(1);

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@AfterEach
	void close() {
		this.executor.shutdownNow();
	}

	@Test
	void theOthersAreChosenWhileOneHangsAndOneFails() {
		PlantedCarrier hanging = new PlantedCarrier("HANGS", Mood.HANGS);
		PlantedCarrier failing = new PlantedCarrier("FAILS", Mood.FAILS);
		PlantedCarrier fine = new PlantedCarrier("FINE", Mood.FINE);
		long begin = System.nanoTime();
		Map<String, ShipmentCommand> chosen = activity(hanging, failing, fine).perform(orders(300));
		Duration taken = Duration.ofNanos(System.nanoTime() - begin);
		assertThat(chosen).hasSize(300);
		assertThat(chosen.values())
			.allSatisfy((command) -> assertThat(((ChooseCarrier) command).carrier()).isEqualTo("FINE"));
		assertThat(taken).isLessThan(TIME_LIMIT.multipliedBy(10));
	}

	@Test
	void aBrokenCarrierIsLeftAloneUntilItIsTriedAgain() {
		PlantedCarrier failing = new PlantedCarrier("FAILS", Mood.FAILS);
		ChooseCarrierActivity activity = activity(failing, new PlantedCarrier("FINE", Mood.FINE));
		activity.perform(orders(200));
		int asked = failing.calls.get();
		assertThat(this.registry.get("gendan.carrier.circuit").tag("carrier", "FAILS").gauge().value()).isOne();
		activity.perform(orders(200));
		assertThat(failing.calls).hasValue(asked);
	}

	@Test
	void aHangingCarrierNeverHoldsMoreThanItsShare() {
		PlantedCarrier hanging = new PlantedCarrier("HANGS", Mood.HANGS);
		activity(hanging).perform(orders(300));
		assertThat(hanging.calls.get()).isLessThanOrEqualTo(16);
	}

	@Test
	void withoutAnyAnswerTheOrderIsLeftForLater() {
		PlantedCarrier only = new PlantedCarrier("ONLY", Mood.FAILS);
		ChooseCarrierActivity activity = activity(only);
		assertThat(activity.perform(orders(1))).isEmpty();
		only.mood(Mood.FINE);
		assertThat(activity.perform(orders(1))).hasSize(1);
	}

	@Test
	void aDecliningCarrierIsNoBrokenOne() {
		PlantedCarrier declining = new PlantedCarrier("DECLINES", Mood.DECLINES);
		ChooseCarrierActivity activity = activity(declining);
		assertThat(activity.perform(orders(100))).isEmpty();
		assertThat(declining.calls).hasValue(100);
		assertThat(this.registry.get("gendan.carrier.circuit").gauge().value()).isZero();
	}

	@Test
	void aFailedCallIsTriedAgain() {
		PlantedCarrier shaky = new PlantedCarrier("SHAKY", Mood.FAILS_ONCE);
		assertThat(activity(shaky).perform(orders(1))).hasSize(1);
		assertThat(shaky.calls).hasValue(2);
	}

	@Test
	void aBookingIsTriedAgainUntilThePatienceEnds() {
		Carriers carriers = carriers(new PlantedCarrier("ROADLINK", Mood.HANGS));
		Map<String, Shipment> orders = Map.of("SO-1", ordered("ROADLINK"));
		assertThat(new BookTransportActivity(carriers, CLOCK).perform(orders)).isEmpty();
		assertThat(this.registry.get("gendan.carrier.calls").tags("call", "book", "outcome", "late").timer().count())
			.isOne();
		Clock later = Clock.offset(CLOCK, Duration.ofMinutes(10));
		assertThat(new BookTransportActivity(carriers, later).perform(orders))
			.containsExactly(Map.entry("SO-1", new RefuseTransport(1, BookingFailure.UNAVAILABLE)));
	}

	@Test
	void aSlowCarrierHoldsBackOnlyItsOwn() {
		Carriers carriers = carriers(new PlantedCarrier("ROADLINK", Mood.FINE), new PlantedCarrier("HANGS", Mood.HANGS),
				new PlantedCarrier("DECLINES", Mood.DECLINES));
		Map<String, ShipmentCommand> answers = new BookTransportActivity(carriers, CLOCK)
			.perform(Map.of("SO-1", ordered("ROADLINK"), "SO-2", ordered("HANGS"), "SO-3", ordered("DECLINES")));
		assertThat(answers).containsOnly(Map.entry("SO-1", new Book(1, null, "ROADLINK-SO-1-1")),
				Map.entry("SO-3", new RefuseTransport(1, BookingFailure.DECLINED)));
	}

	@Test
	void goodsThatLeftUnderAWaybillByHandWaitForNoCarrier() {
		Carriers carriers = carriers(new PlantedCarrier("FINE", Mood.FINE), new PlantedCarrier("FAILS", Mood.FAILS),
				new PlantedCarrier("DECLINES", Mood.DECLINES));
		Map<String, ShipmentCommand> answers = new BookTransportActivity(carriers, CLOCK).perform(Map.of("SO-1",
				leftBy("FINE"), "SO-2", leftBy("FAILS"), "SO-3", leftBy("DECLINES"), "SO-4", leftBy("GONE")));
		Quote offer = new Quote("FINE", DeliveryMethod.ROAD, Money.of("1.00", "CNY"), 1);
		assertThat(answers).containsOnly(Map.entry("SO-1", new Book(1, offer, "W-9")),
				Map.entry("SO-2", new Book(1, null, "W-9")), Map.entry("SO-3", new Book(1, null, "W-9")),
				Map.entry("SO-4", new Book(1, null, "W-9")));
	}

	@Test
	void aCarrierThatIsGoneFromTheSettingsDoesNotAnswer() {
		assertThat(new BookTransportActivity(carriers(), CLOCK).perform(Map.of("SO-1", ordered("ROADLINK")))).isEmpty();
	}

	@Test
	void anUnusedBookingIsCancelledOnceTheCarrierAnswers() {
		PlantedCarrier shaky = new PlantedCarrier("SKYLINK", Mood.FAILS);
		CancelBookingsActivity activity = new CancelBookingsActivity(carriers(shaky));
		Map<String, Shipment> orders = Map.of("SO-1",
				Scenario.of(STAGE, "SO-1")
					.given(Orders.ready("SO-1"))
					.given(Orders.chosen("SO-1"), Orders.ordered("SO-1", 1, "SKYLINK"), Orders.cancelled("SO-1"))
					.state());
		assertThat(orders.get("SO-1")).matches(activity::wanted);
		assertThat(activity.perform(orders)).isEmpty();
		shaky.mood(Mood.FINE);
		assertThat(activity.perform(orders)).containsExactly(Map.entry("SO-1", new CancelBookings(Set.of(1))));
	}

	@Test
	void onlyPackedAndReleasedGoodsWantACarrier() {
		ChooseCarrierActivity activity = activity();
		assertThat(activity.wanted(shipment("SO-1", Orders.packed("SO-1"), Orders.released("SO-1")))).isFalse();
		assertThat(activity.wanted(shipment("SO-1", Orders.ready("SO-1")))).isTrue();
		Shipment chosen = Scenario.of(STAGE).given(Orders.ready("SO-1")).given(Orders.chosen("SO-1")).state();
		assertThat(activity.wanted(chosen)).isFalse();
	}

	private ChooseCarrierActivity activity(PlantedCarrier... planted) {
		return new ChooseCarrierActivity(carriers(planted), new CarrierChoice("CNY"), CALENDAR, CLOCK);
	}

	private Carriers carriers(PlantedCarrier... planted) {
		GuardSettings settings = new GuardSettings(TIME_LIMIT, 2, Duration.ofMillis(1), 0.5, 16, TIME_LIMIT, 10_000,
				TIME_LIMIT, 20, 10, 50, Duration.ofMinutes(5));
		List<Carrier> guarded = Stream.of(planted)
			.<Carrier>map((carrier) -> new ResilientCarrier(carrier, settings, this.executor, this.registry))
			.toList();
		return new Carriers(guarded, this.executor, "CNY");
	}

	private static Map<String, Shipment> orders(int count) {
		Map<String, Shipment> orders = new LinkedHashMap<>();
		for (int i = 0; i < count; i++) {
			orders.put("SO-" + i, shipment("SO-" + i, Orders.ready("SO-" + i)));
		}
		return orders;
	}

	private static Shipment ordered(String carrier) {
		return shipment("SO-1", Orders.placed("SO-1"), Orders.packed("SO-1"), Orders.released("SO-1"),
				Orders.chosen("SO-1"), Orders.ordered("SO-1", 1, carrier));
	}

	private static Shipment leftBy(String carrier) {
		return shipment("SO-1", Orders.placed("SO-1"), Orders.packed("SO-1"), Orders.released("SO-1"),
				Orders.chosen("SO-1"), new TransportOrdered("SO-1", 1, carrier, null, "W-9", CLOCK.instant()));
	}

	private static Shipment shipment(String order, GendanEvent... past) {
		return Scenario.of(STAGE, order).given(past).state();
	}

}
