package io.gendan.logistics;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.logistics.BookingFailure;
import io.gendan.contract.logistics.FailureReason;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.LogisticsEvent;
import io.gendan.logistics.ShipmentCommand.Book;
import io.gendan.logistics.ShipmentCommand.CancelBookings;
import io.gendan.logistics.ShipmentCommand.ChooseCarrier;
import io.gendan.logistics.ShipmentCommand.Deliver;
import io.gendan.logistics.ShipmentCommand.Dispatch;
import io.gendan.logistics.ShipmentCommand.FailDelivery;
import io.gendan.logistics.ShipmentCommand.RefuseTransport;
import io.gendan.logistics.ShipmentCommand.TakeBack;
import io.gendan.logistics.ShipmentCommand.Track;
import io.gendan.stage.Outcome;
import io.gendan.testing.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every command in every state: carried out, without effect, or refused. */
class TransitionsTest {

	private static final String DONE = "done";

	private static final String NO_EFFECT = "no effect";

	private static final ShipmentCommand CHOOSE = new ChooseCarrier("ROADLINK", "cheapest", Money.of("1.00", "CNY"), 3);

	private static final ShipmentCommand DISPATCH = new Dispatch(null, null, "W-1");

	private static final ShipmentCommand BOOK = new Book(1, null, "W-1");

	private static final ShipmentCommand REFUSE = new RefuseTransport(1, BookingFailure.DECLINED);

	private static final ShipmentCommand CANCEL = new CancelBookings(Set.of(1));

	private static final ShipmentCommand TRACK = new Track("T-1", "IN_TRANSIT", "上海",
			Instant.parse("2026-03-02T01:00:00Z"), null);

	private static final ShipmentCommand FAIL = new FailDelivery(FailureReason.REFUSED, null);

	private static final ShipmentCommand TAKE_BACK = new TakeBack("refused", null);

	private static final ShipmentCommand DELIVER = new Deliver("王芳", null, null, null);

	@ParameterizedTest
	@MethodSource("table")
	void everyCommandInEveryState(ShipmentPhase phase, ShipmentCommand command, String expected) {
		Scenario<Shipment, ShipmentCommand, LogisticsEvent> scenario = Scenario.of(LogisticsStageTest.STAGE)
			.given(pasts().get(phase).toArray(GendanEvent[]::new));
		assertThat(scenario.state().phase()).isEqualTo(phase);
		String told = switch (scenario.when(command).outcome()) {
			case Outcome.Accepted<LogisticsEvent> accepted -> accepted.events().isEmpty() ? NO_EFFECT : DONE;
			case Outcome.Refused<LogisticsEvent> refused -> refused.refusal().code().name();
		};
		assertThat(told).isEqualTo(expected);
	}

	static Stream<Arguments> table() {
		return Stream
			.of(row(ShipmentPhase.WAITING, "NOT_READY", "NOT_READY", NO_EFFECT, "NOT_SHIPPED", "NOT_SHIPPED",
					"NOT_SHIPPED"),
					row(ShipmentPhase.CHOOSING_CARRIER, DONE, "NOT_READY", NO_EFFECT, "NOT_SHIPPED", "NOT_SHIPPED",
							"NOT_SHIPPED"),
					row(ShipmentPhase.READY, NO_EFFECT, DONE, NO_EFFECT, "NOT_SHIPPED", "NOT_SHIPPED", "NOT_SHIPPED"),
					row(ShipmentPhase.BOOKING, NO_EFFECT, DONE, DONE, "NOT_SHIPPED", "NOT_SHIPPED", "NOT_SHIPPED"),
					row(ShipmentPhase.SHIPPED, NO_EFFECT, "ALREADY_SHIPPED", NO_EFFECT, DONE, DONE, DONE),
					row(ShipmentPhase.DELIVERED, NO_EFFECT, "ALREADY_SHIPPED", NO_EFFECT, DONE, "ALREADY_DELIVERED",
							"ALREADY_DELIVERED"),
					row(ShipmentPhase.CANCELLED, "NOT_READY", "NOT_READY", NO_EFFECT, "NOT_SHIPPED", "NOT_SHIPPED",
							"NOT_SHIPPED"))
			.flatMap((rows) -> rows);
	}

	private static Stream<Arguments> row(ShipmentPhase phase, String choose, String dispatch, String answer,
			String track, String fail, String deliver) {
		return Stream.of(Arguments.of(phase, CHOOSE, choose), Arguments.of(phase, DISPATCH, dispatch),
				Arguments.of(phase, BOOK, answer), Arguments.of(phase, REFUSE, answer),
				Arguments.of(phase, CANCEL, NO_EFFECT), Arguments.of(phase, TRACK, track),
				Arguments.of(phase, FAIL, fail), Arguments.of(phase, TAKE_BACK, fail),
				Arguments.of(phase, DELIVER, deliver));
	}

	private static Map<ShipmentPhase, List<GendanEvent>> pasts() {
		Map<ShipmentPhase, List<GendanEvent>> pasts = new EnumMap<>(ShipmentPhase.class);
		List<GendanEvent> ready = List.of(Orders.ready("SO-1"));
		pasts.put(ShipmentPhase.WAITING, List.of(Orders.placed("SO-1"), Orders.packed("SO-1")));
		pasts.put(ShipmentPhase.CHOOSING_CARRIER, ready);
		pasts.put(ShipmentPhase.READY, and(ready, Orders.chosen("SO-1")));
		pasts.put(ShipmentPhase.BOOKING, and(pasts.get(ShipmentPhase.READY), Orders.ordered("SO-1", 1, "ROADLINK")));
		pasts.put(ShipmentPhase.SHIPPED, and(pasts.get(ShipmentPhase.READY), Orders.shipped("SO-1")));
		pasts.put(ShipmentPhase.DELIVERED, and(pasts.get(ShipmentPhase.SHIPPED), new GoodsDelivered("SO-1", "W-1",
				Personal.of("王芳"), Instant.parse("2026-03-05T01:00:00Z"), GoodsCondition.INTACT, List.of())));
		pasts.put(ShipmentPhase.CANCELLED, and(ready, Orders.cancelled("SO-1")));
		return pasts;
	}

	private static List<GendanEvent> and(List<GendanEvent> past, GendanEvent event) {
		return Stream.concat(past.stream(), Stream.of(event)).toList();
	}

}
