package io.gendan.logistics;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.logistics.BookingCancelled;
import io.gendan.contract.logistics.BookingFailure;
import io.gendan.contract.logistics.CarrierChosen;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.logistics.LogisticsEvent;
import io.gendan.contract.logistics.TransportOrdered;
import io.gendan.contract.logistics.TransportRefused;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.logistics.ShipmentCommand.Book;
import io.gendan.logistics.ShipmentCommand.CancelBookings;
import io.gendan.logistics.ShipmentCommand.Dispatch;
import io.gendan.logistics.ShipmentCommand.RefuseTransport;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

import static io.gendan.logistics.LogisticsStageTest.EVENING;
import static io.gendan.logistics.LogisticsStageTest.STAGE;
import static org.assertj.core.api.Assertions.assertThat;

/** From the dispatch to the goods that leave, told as stories (LOG-2, LOG-3). */
class DispatchTest {

	private static final Dispatch PLAIN = new Dispatch(null, null, null);

	private static final GoodsShipped LEFT = new GoodsShipped("SO-1", "W-1", "ROADLINK", LocalDate.of(2026, 3, 13), 2,
			EVENING);

	private static Scenario<Shipment, ShipmentCommand, LogisticsEvent> ready() {
		return Scenario.of(STAGE).at(EVENING).given(Orders.ready("SO-1")).given(Orders.chosen("SO-1"));
	}

	private static TransportOrdered ordered(int attempt, String carrier) {
		return Orders.ordered("SO-1", attempt, carrier);
	}

	@Test
	void aDispatchOrdersTransportAndTheAnswerSendsTheGoods() {
		ready().when(PLAIN).then(ordered(1, "ROADLINK")).when(new Book(1, null, "W-1")).then(LEFT);
	}

	@Test
	void anAnswerThatComesTwiceChangesNothing() {
		ready().given(ordered(1, "ROADLINK"))
			.when(new Book(1, null, "W-1"))
			.then(LEFT)
			.when(new Book(1, null, "W-1"))
			.then()
			.when(new RefuseTransport(1, BookingFailure.UNAVAILABLE))
			.then();
	}

	@Test
	void aWaybillBookedByHandWithTheChosenCarrierAsksNobody() {
		ready().when(new Dispatch(null, null, "W-1")).then(LEFT);
	}

	@Test
	void theCarrierCanBeOverriddenAndTheReasonIsKept() {
		Quote express = new Quote("EXPRESSLINK", DeliveryMethod.EXPRESS, Money.of("97.00", "CNY"), 1);
		TransportOrdered ordered = new TransportOrdered("SO-1", 1, "EXPRESSLINK", Personal.of("customer called"), "E-1",
				EVENING.plus(Duration.ofMinutes(10)));
		Scenario<Shipment, ShipmentCommand, LogisticsEvent> scenario = ready()
			.when(new Dispatch("EXPRESSLINK", " customer called ", "E-1"))
			.then(ordered)
			.when(new Book(1, express, "E-1"))
			.then(new CarrierChosen("SO-1", "EXPRESSLINK", "overridden at dispatch", Money.of("97.00", "CNY"), 1),
					new GoodsShipped("SO-1", "E-1", "EXPRESSLINK", LocalDate.of(2026, 3, 11), 2, EVENING));
		assertThat(scenario.state().bookings().taken()).isEqualTo(ordered);
	}

	/** A call before this one may have been cut off after it had booked. */
	@Test
	void whatACarrierThatDeclinesMayHaveBookedIsCancelled() {
		Scenario<Shipment, ShipmentCommand, LogisticsEvent> scenario = ready().given(ordered(1, "SKYLINK"))
			.when(new RefuseTransport(1, BookingFailure.DECLINED))
			.then(new TransportRefused("SO-1", 1, "SKYLINK", BookingFailure.DECLINED));
		assertThat(scenario.state().bookings().unused()).containsExactly(ordered(1, "SKYLINK"));
		assertThat(STAGE.summary(scenario.state())).containsEntry("state", "READY")
			.containsEntry("transportRefused", "DECLINED");
		scenario.when(PLAIN).then(ordered(2, "ROADLINK"));
		assertThat(STAGE.summary(scenario.state())).doesNotContainKey("transportRefused");
	}

	/** The goods have left; what the carrier would have offered changes nothing. */
	@Test
	void goodsThatLeftUnderAWaybillByHandLeaveAlsoWithoutAnOffer() {
		Scenario<Shipment, ShipmentCommand, LogisticsEvent> scenario = ready()
			.when(new Dispatch("EXPRESSLINK", "customer called", "E-1"))
			.thenTypes(TransportOrdered.class)
			.when(new Book(1, null, "E-1"))
			.then(new CarrierChosen("SO-1", "EXPRESSLINK",
					"overridden at dispatch; there is no offer, so cost and days are not known",
					Money.of("0.00", "CNY"), 3),
					new GoodsShipped("SO-1", "E-1", "EXPRESSLINK", LocalDate.of(2026, 3, 13), 2, EVENING));
		assertThat(scenario.state().bookings().taken()).extracting(TransportOrdered::reason)
			.isEqualTo(Personal.of("customer called"));
	}

	@Test
	void whatACarrierThatDoesNotAnswerMayHaveBookedIsCancelled() {
		Scenario<Shipment, ShipmentCommand, LogisticsEvent> scenario = ready().given(ordered(1, "ROADLINK"))
			.when(new RefuseTransport(1, BookingFailure.UNAVAILABLE))
			.then(new TransportRefused("SO-1", 1, "ROADLINK", BookingFailure.UNAVAILABLE));
		assertThat(scenario.state().bookings().unused()).containsExactly(ordered(1, "ROADLINK"));
		scenario.when(new CancelBookings(Set.of(1)))
			.then(new BookingCancelled("SO-1", 1, "ROADLINK"))
			.when(new CancelBookings(Set.of(1)))
			.then();
		assertThat(scenario.state().bookings().unused()).isEmpty();
	}

	@Test
	void anotherCarrierMayBeTakenWhileOneDoesNotAnswer() {
		Scenario<Shipment, ShipmentCommand, LogisticsEvent> scenario = ready().given(ordered(1, "ROADLINK"))
			.when(PLAIN)
			.refused(LogisticsRefusal.BOOKING_UNDER_WAY)
			.when(new Dispatch("SKYLINK", null, null))
			.then(ordered(2, "SKYLINK"))
			.when(new Book(1, null, "W-LATE"))
			.then();
		assertThat(scenario.state().bookings().unused()).containsExactly(ordered(1, "ROADLINK"));
	}

	@Test
	void aWaybillByHandGivesUpWhatIsBeingBooked() {
		Scenario<Shipment, ShipmentCommand, LogisticsEvent> scenario = ready().given(ordered(1, "ROADLINK"))
			.when(new Dispatch(null, null, "W-1"))
			.then(new TransportOrdered("SO-1", 2, "ROADLINK", null, "W-1", EVENING.plus(Duration.ofMinutes(10))), LEFT);
		assertThat(scenario.state().phase()).isEqualTo(ShipmentPhase.SHIPPED);
		assertThat(scenario.state().bookings().unused()).containsExactly(ordered(1, "ROADLINK"));
	}

	@Test
	void anOrderThatIsCancelledWhileItIsBookedDoesNotLeave() {
		Scenario<Shipment, ShipmentCommand, LogisticsEvent> scenario = ready().given(ordered(1, "ROADLINK"))
			.received(Orders.cancelled("SO-1"))
			.when(new Book(1, null, "W-1"))
			.then();
		assertThat(scenario.state().phase()).isEqualTo(ShipmentPhase.CANCELLED);
		assertThat(scenario.state().bookings().unused()).containsExactly(ordered(1, "ROADLINK"));
	}

	@Test
	void allFaultsOfADispatchAreToldAtOnce() {
		ready().when(new Dispatch("NOBODY", "x".repeat(501), "no waybill!"))
			.refusedFields(Map.of("carrier", "CARRIER_UNKNOWN", "waybill", "WAYBILL_INVALID", "reason", "TOO_LONG"));
		ready().when(new Dispatch(null, null, "")).refusedFields(Map.of("waybill", "WAYBILL_INVALID"));
	}

}
