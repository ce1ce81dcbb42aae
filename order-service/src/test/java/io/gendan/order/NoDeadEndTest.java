package io.gendan.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

import io.gendan.contract.Actor;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.aftersales.AftersalesClosed;
import io.gendan.contract.aftersales.GoodsAccepted;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.fulfillment.ProductionProgressed;
import io.gendan.contract.logistics.DispatchStopped;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.GoodsReturned;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.WorkDone;
import io.gendan.contract.review.CancellationApproved;
import io.gendan.contract.review.CancellationRejected;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.order.Cancellation.Step;
import io.gendan.testing.StateWalk;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** From every state of an order some person can bring it to an end (ORD-11, ORD-20). */
class NoDeadEndTest {

	private static final Actor LI = new Actor("salesperson", "li");

	private static final WorkDone NOTHING = new WorkDone(null, false, null);

	@Test
	void everyOrderCanBeArchivedCancelledOrIsRejected() {
		assertThat(withShipping(walk()).deadEnds((order) -> switch (order.state()) {
			case ARCHIVED, CANCELLED, REJECTED -> true;
			case UNKNOWN, PLACED, RETURNED, APPROVED, CONFIRMED, COMPLETED -> false;
		})).isEmpty();
		assertThat(withShipping(walk()).reached(Order::state)).containsExactlyInAnyOrder(OrderState.values());
	}

	@Test
	void whatNeverShipsCanBeGivenUp() {
		assertThat(walk()
			.deadEnds((order) -> order.state() == OrderState.CANCELLED || order.state() == OrderState.REJECTED))
			.isEmpty();
	}

	private static StateWalk<Order, OrderCommand, OrderEvent> walk() {
		return StateWalk.through(new OrderStage(OrderForms.POLICY), NoDeadEndTest::likeness)
			.command(LI, (_) -> new OrderCommand.Place(OrderForms.good(), OrderForms.OPEN))
			.command(LI, (_) -> new OrderCommand.PlaceAgain(OrderForms.good(), OrderForms.OPEN))
			.command(LI, (_) -> new OrderCommand.Confirm())
			.command(LI, (_) -> new OrderCommand.Cancel("no", null))
			.command(LI, (_) -> new OrderCommand.RequestCancellation("no", null))
			.command(LI, (_) -> new OrderCommand.Archive())
			.fact(new OrderApproved("SO-1", 1, "wang", null), (order) -> order.state() == OrderState.PLACED)
			.fact(new OrderRejected("SO-1", 1, "wang", Personal.of("no")),
					(order) -> order.state() == OrderState.PLACED)
			.fact(new OrderReturnedForCorrection("SO-1", 1, "wang", List.of()),
					(order) -> order.state() == OrderState.PLACED && order.round() == 1)
			.fact(new OrderApproved("SO-1", 2, "wang", null), (order) -> order.round() == 2)
			.fact(new CancellationApproved("SO-1", 1, "wang", null, null, NOTHING), at(Step.REQUESTED))
			.fact(new CancellationRejected("SO-1", 1, "wang", Personal.of("no")), at(Step.REQUESTED))
			.fact(new CancellationApproved("SO-1", 2, "wang", null, null, NOTHING), at(Step.REQUESTED))
			.fact(new CancellationApproved("SO-1", 3, "wang", null, null, NOTHING), at(Step.REQUESTED))
			.fact(new ProductionProgressed("SO-1", 40, null, LocalDate.of(2026, 3, 9)),
					at(Step.REQUESTED).and((order) -> order.progress().work().productionPercent() == null))
			.fact(new DispatchStopped("SO-1", 1), stopIsOrderedFor(1))
			.fact(new DispatchStopped("SO-1", 2), stopIsOrderedFor(2))
			.fact(new DispatchStopped("SO-1", 3), stopIsOrderedFor(3));
	}

	private static StateWalk<Order, OrderCommand, OrderEvent> withShipping(
			StateWalk<Order, OrderCommand, OrderEvent> walk) {
		return walk
			.fact(new GoodsShipped("SO-1", "W-1", "SF", LocalDate.of(2026, 3, 20), 1, null),
					(order) -> order.state() == OrderState.CONFIRMED && !order.progress().shipped())
			.fact(new GoodsReturned("SO-1", "W-1", Personal.of("refused"), null),
					(order) -> order.progress().shipped() && order.progress().deliveredAt() == null)
			.fact(new GoodsDelivered("SO-1", "W-1", Personal.of("Wang"), Instant.parse("2026-03-20T00:00:00Z"),
					GoodsCondition.INTACT, List.of()), (order) -> order.progress().shipped())
			.fact(new GoodsAccepted("SO-1", Personal.of("wang"), null, Instant.parse("2026-03-27T00:00:00Z")),
					(order) -> order.progress().deliveredAt() != null)
			.fact(new OrderSettled("SO-1", Money.zero("CNY"), Money.zero("CNY"), Money.zero("CNY")),
					(order) -> order.progress().deliveredAt() != null)
			.fact(new AftersalesClosed("SO-1", Personal.of("over")), (order) -> order.progress().accepted());
	}

	private static Predicate<Order> at(Step step) {
		return (order) -> order.state() == OrderState.CONFIRMED && order.cancellation() != null
				&& order.cancellation().step() == step;
	}

	private static Predicate<Order> stopIsOrderedFor(int attempt) {
		return at(Step.STOP_ORDERED).and((order) -> order.cancellation() != null
				&& order.cancellation().request().attempt() == attempt && !order.progress().shipped());
	}

	/** A third request is like the second. */
	private static Object likeness(Order order) {
		Cancellation latest = order.cancellation();
		return List.of(order.state(), Math.min(order.round(), 2), order.progress(),
				(latest != null) ? latest.step() + "-" + Math.min(latest.request().attempt(), 3) : "none");
	}

}
