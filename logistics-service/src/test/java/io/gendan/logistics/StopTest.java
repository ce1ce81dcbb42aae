package io.gendan.logistics;

import java.util.List;
import java.util.Map;

import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.billing.ReceiptReversed;
import io.gendan.contract.logistics.CarrierChosen;
import io.gendan.contract.logistics.DispatchStopped;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.GoodsReturned;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.logistics.LogisticsEvent;
import io.gendan.contract.logistics.TransportOrdered;
import io.gendan.contract.order.CancellationRequested;
import io.gendan.contract.order.StopOrdered;
import io.gendan.contract.order.WorkDone;
import io.gendan.logistics.ShipmentCommand.Book;
import io.gendan.logistics.ShipmentCommand.ChooseCarrier;
import io.gendan.logistics.ShipmentCommand.Deliver;
import io.gendan.logistics.ShipmentCommand.Dispatch;
import io.gendan.logistics.ShipmentCommand.TakeBack;
import io.gendan.testing.Scenario;
import io.gendan.testing.StateWalk;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Either the goods leave or the order can be cancelled, never both (ORD-11). */
class StopTest {

	private static final StopOrdered STOP = new StopOrdered("SO-1", 1);

	private static final DispatchStopped STOPPED = new DispatchStopped("SO-1", 1);

	private static final Dispatch DISPATCH = new Dispatch(null, null, "W-1");

	private static final ChooseCarrier ROAD = new ChooseCarrier("ROADLINK", "cheapest", Money.of("1.00", "CNY"), 3);

	private static final Actor FENG = new Actor("logistics", "feng");

	private static Scenario<Shipment, ShipmentCommand, LogisticsEvent> ready() {
		return Scenario.of(LogisticsStageTest.STAGE).given(Orders.ready("SO-1")).given(Orders.chosen("SO-1"));
	}

	@Test
	void whatHasNotLeftNeverLeaves() {
		ready().received(STOP).then(STOPPED).when(DISPATCH).refused(LogisticsRefusal.NOT_READY);
		Scenario.of(LogisticsStageTest.STAGE).received(STOP).then(STOPPED).received(Orders.placed("SO-1")).then();
	}

	@Test
	void whatIsBeingBookedIsGivenUp() {
		Shipment shipment = ready().given(Orders.ordered("SO-1", 1, "ROADLINK"))
			.received(STOP)
			.then(STOPPED)
			.when(new Book(1, null, "W-9"))
			.then()
			.state();
		assertThat(shipment.phase()).isEqualTo(ShipmentPhase.CANCELLED);
		assertThat(shipment.bookings().unused()).hasSize(1);
	}

	@Test
	void whatHasLeftIsNotHeldUp() {
		ready().when(DISPATCH)
			.thenTypes(GoodsShipped.class)
			.received(STOP)
			.then()
			.when(new Deliver("王芳", null, null, null))
			.thenTypes(GoodsDelivered.class);
	}

	@Test
	void whatHasLeftByHandIsNotHeldUpBeforeItIsWrittenDown() {
		ready().when(new Dispatch("EXPRESSLINK", "by hand", "W-HAND"))
			.thenTypes(TransportOrdered.class)
			.received(STOP)
			.then()
			.received(new ReceiptReversed("SO-1", "V-1", Money.of("1.00", "CNY"), Money.of("1.00", "CNY"), false, false,
					Personal.of("wrong order")))
			.then()
			.when(new Book(1, null, "W-HAND"))
			.thenTypes(CarrierChosen.class, GoodsShipped.class);
	}

	/** What has left is not called back. */
	@Test
	void withoutThePaymentNothingLeaves() {
		ReceiptReversed unpaid = new ReceiptReversed("SO-1", "V-1", Money.of("1.00", "CNY"), Money.of("1.00", "CNY"),
				false, false, Personal.of("wrong order"));
		Scenario<Shipment, ShipmentCommand, LogisticsEvent> scenario = ready()
			.given(Orders.ordered("SO-1", 1, "ROADLINK"))
			.received(unpaid)
			.then()
			.when(new Book(1, null, "W-9"))
			.then()
			.when(DISPATCH)
			.refused(LogisticsRefusal.NOT_READY);
		assertThat(LogisticsStageTest.STAGE.summary(scenario.state())).containsEntry("waitsFor", "RELEASED");
		assertThat(scenario.state().bookings().unused()).hasSize(1);
		scenario.received(Orders.released("SO-1"))
			.then()
			.when(DISPATCH)
			.thenTypes(GoodsShipped.class)
			.received(unpaid)
			.then();
		assertThat(scenario.state().phase()).isEqualTo(ShipmentPhase.SHIPPED);
	}

	@Test
	void whatCameBackIsCheckedAndPackedBeforeItIsSentAgainOrStopped() {
		Scenario<Shipment, ShipmentCommand, LogisticsEvent> story = ready().when(DISPATCH)
			.thenTypes(GoodsShipped.class)
			.when(new TakeBack(" ", null))
			.refusedFields(Map.of("reason", "REQUIRED"))
			.when(new TakeBack("refused", GoodsCondition.DAMAGED))
			.then(new GoodsReturned("SO-1", "W-1", Personal.of("refused"), GoodsCondition.DAMAGED))
			.when(DISPATCH)
			.refused(LogisticsRefusal.NOT_READY);
		assertThat(story.state().awaited()).containsExactly(AwaitedFact.PACKED);
		assertThat(story.state().parcels()).isEmpty();
		story.received(Orders.packed("SO-1"))
			.then()
			.when(ROAD)
			.thenTypes(CarrierChosen.class)
			.when(DISPATCH)
			.thenTypes(GoodsShipped.class)
			.when(new TakeBack("refused", null))
			.thenTypes(GoodsReturned.class)
			.received(STOP)
			.then(STOPPED)
			.received(Orders.packed("SO-1"))
			.then()
			.when(ROAD)
			.refused(LogisticsRefusal.NOT_READY)
			.when(DISPATCH)
			.refused(LogisticsRefusal.NOT_READY);
	}

	/** What was sent again before returns were checked has left all the same. */
	@Test
	void aReturnOfAnOlderVersionCanStillBeReadWithWhatFollowed() {
		assertThat(ready()
			.given(Orders.shipped("SO-1"), new GoodsReturned("SO-1", "W-1", Personal.of("refused"), null),
					Orders.shipped("SO-1"))
			.when(new Deliver("王芳", null, null, null))
			.thenTypes(GoodsDelivered.class)
			.state()
			.phase()).isEqualTo(ShipmentPhase.DELIVERED);
	}

	/**
	 * The goods had left before the stop came, so the order went on. Who asks anew shows
	 * that the answer will come too late to cancel anything.
	 */
	@Test
	void aStopThatWasOvertakenEndsWithTheNextRequest() {
		Scenario<Shipment, ShipmentCommand, LogisticsEvent> story = ready()
			.given(Orders.shipped("SO-1"), new GoodsReturned("SO-1", "W-1", Personal.of("refused"), null),
					Orders.packed("SO-1"), Orders.chosen("SO-1"))
			.received(STOP)
			.then(STOPPED)
			.when(DISPATCH)
			.refused(LogisticsRefusal.NOT_READY)
			.received(new CancellationRequested("SO-1", 2, "li", "salesperson", Personal.of("refused"), null,
					new WorkDone(null, true, null)))
			.then();
		assertThat(story.state().phase()).isEqualTo(ShipmentPhase.READY);
		story.received(new StopOrdered("SO-1", 2))
			.then(new DispatchStopped("SO-1", 2))
			.when(DISPATCH)
			.refused(LogisticsRefusal.NOT_READY);
	}

	@Test
	void noShipmentIsADeadEndAlsoWhenNobodySigns() {
		GendanEvent[] ready = Orders.ready("SO-1");
		StateWalk<Shipment, ShipmentCommand, LogisticsEvent> walk = StateWalk
			.through(LogisticsStageTest.STAGE,
					(it) -> List.of(it.phase(), it.awaited(), it.promised().isPresent(), it.choice().isPresent()))
			.fact(ready[0], (it) -> it.placed().isEmpty())
			.fact(ready[1], (it) -> it.placed().isPresent() && it.promised().isEmpty())
			.fact(ready[2], (it) -> it.promised().isPresent() && it.parcels().isEmpty())
			.fact(ready[3], (it) -> it.promised().isPresent() && it.awaited().contains(AwaitedFact.RELEASED))
			.fact(STOP, (it) -> it.promised().isPresent() && it.phase() != ShipmentPhase.CANCELLED)
			.fact(Orders.cancelled("SO-1"), (it) -> it.placed().isPresent() && it.promised().isEmpty())
			.command(FENG, (_) -> ROAD)
			.command(FENG, (_) -> new Dispatch(null, null, null))
			.command(FENG, (_) -> DISPATCH)
			.chance(FENG, (it) -> new Book(it.bookings().attempts(), null, "W-2"))
			.command(FENG, (_) -> new TakeBack("refused", GoodsCondition.INTACT))
			.chance(FENG, (_) -> new Deliver("王芳", null, null, null));
		assertThat(
				walk.deadEnds((it) -> it.phase() == ShipmentPhase.CANCELLED || it.phase() == ShipmentPhase.DELIVERED))
			.isEmpty();
		assertThat(walk.reached(Shipment::phase)).containsExactlyInAnyOrder(ShipmentPhase.values());
	}

}
