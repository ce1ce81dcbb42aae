package io.gendan.logistics.carrier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.gendan.contract.GendanEvent;
import io.gendan.logistics.CarrierChoice;
import io.gendan.logistics.LogisticsStage;
import io.gendan.logistics.Orders;
import io.gendan.logistics.ReportPolicy;
import io.gendan.logistics.Shipment;
import io.gendan.logistics.ShipmentCommand;
import io.gendan.logistics.ShipmentCommand.ChooseCarrier;
import io.gendan.logistics.carrier.PlantedCarrier.Mood;
import io.gendan.testing.Scenario;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A carrier that hangs or fails delays nothing else (LOG-2). */
@Timeout(60)
class CarriersTest {

	private static final ReportPolicy CALENDAR = new ReportPolicy(ZoneId.of("Asia/Shanghai"), Duration.ofMinutes(10),
			Duration.ofDays(365));

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
	void bookingSaysWhichCarrierDoesNotAnswer() {
		Shipment shipment = orders(1).get("SO-0");
		assertThat(carriers(new PlantedCarrier("FINE", Mood.FINE)).book("FINE", shipment, null).waybill())
			.isEqualTo("FINE-SO-0");
		assertThatExceptionOfType(CarrierUnavailableException.class)
			.isThrownBy(() -> carriers(new PlantedCarrier("HANGS", Mood.HANGS)).book("HANGS", shipment, null))
			.satisfies((ex) -> assertThat(ex.carrier()).isEqualTo("HANGS"));
		assertThat(this.registry.get("gendan.carrier.calls").tags("call", "book", "outcome", "late").timer().count())
			.isOne();
	}

	@Test
	void onlyPackedAndReleasedGoodsWantACarrier() {
		ChooseCarrierActivity activity = activity();
		assertThat(activity.wanted(shipment("SO-1", Orders.packed("SO-1"), Orders.released("SO-1")))).isFalse();
		assertThat(activity.wanted(shipment("SO-1", Orders.ready("SO-1")))).isTrue();
		Shipment chosen = Scenario.of(new LogisticsStage(CALENDAR))
			.given(Orders.ready("SO-1"))
			.given(Orders.chosen("SO-1"))
			.state();
		assertThat(activity.wanted(chosen)).isFalse();
	}

	private ChooseCarrierActivity activity(PlantedCarrier... planted) {
		Clock clock = Clock.fixed(Instant.parse("2026-03-09T22:00:00Z"), ZoneOffset.UTC);
		return new ChooseCarrierActivity(carriers(planted), new CarrierChoice("CNY"), CALENDAR, clock);
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

	private static Shipment shipment(String order, GendanEvent... past) {
		return Scenario.of(new LogisticsStage(CALENDAR), order).given(past).state();
	}

}
