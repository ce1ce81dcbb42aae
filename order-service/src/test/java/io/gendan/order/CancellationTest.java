package io.gendan.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.ReceiptReversed;
import io.gendan.contract.fulfillment.GoodsPacked;
import io.gendan.contract.fulfillment.ProductionProgressed;
import io.gendan.contract.logistics.DispatchStopped;
import io.gendan.contract.logistics.GoodsReturned;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.order.CancellationOvertaken;
import io.gendan.contract.order.CancellationRequested;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.StopOrdered;
import io.gendan.contract.order.WorkDone;
import io.gendan.contract.review.CancellationApproved;
import io.gendan.contract.review.CancellationRejected;
import io.gendan.contract.review.OrderApproved;
import io.gendan.order.OrderCommand.Cancel;
import io.gendan.order.OrderCommand.RequestCancellation;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.testing.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How a confirmed order is given up (ORD-11). */
class CancellationTest {

	private static final Actor LI = new Actor("salesperson", "li");

	private static final Actor WANG = new Actor("sales-manager", "wang");

	private static final WorkDone NOTHING = new WorkDone(null, false, null);

	private static final CancellationRequested REQUESTED = new CancellationRequested("SO-1", 1, "li", "salesperson",
			Personal.of("never paid"), null, NOTHING);

	private static final CancellationApproved AGREED = new CancellationApproved("SO-1", 1, "wang", null, null, NOTHING);

	private static final StopOrdered STOP = new StopOrdered("SO-1", 1);

	private static final DispatchStopped STOPPED = new DispatchStopped("SO-1", 1);

	private static final GoodsShipped SHIPPED = new GoodsShipped("SO-1", "W-1", "SF", LocalDate.of(2026, 3, 20), 1,
			null);

	private static final GoodsReturned BACK = new GoodsReturned("SO-1", "W-1", Personal.of("refused"), null);

	private static final CancellationOvertaken OVERTAKEN = new CancellationOvertaken("SO-1", 1);

	private static final OrderCancelled CANCELLED = new OrderCancelled("SO-1", "li", "salesperson",
			Personal.of("never paid"));

	private static Scenario<Order, OrderCommand, OrderEvent> confirmed(GendanEvent... more) {
		return Scenario.of(new OrderStage(OrderForms.POLICY))
			.given(OrderForms.placed(OrderForms.good(), 1), new OrderApproved("SO-1", 1, "wang", null),
					new OrderConfirmed("SO-1", "li", LocalDate.of(2026, 4, 1)))
			.given(more)
			.by(LI);
	}

	@Test
	void itIsCancelledOnceTheReviewAgreesAndNothingHasLeft() {
		confirmed().when(new RequestCancellation("never paid", null))
			.then(REQUESTED)
			.received(AGREED)
			.then(STOP)
			.received(STOPPED)
			.then(CANCELLED)
			.when(new RequestCancellation("again", null))
			.refused(OrderRefusal.ORDER_CLOSED);
	}

	/** Who meant to cancel what is not yet confirmed does not ask for more unawares. */
	@Test
	void cancellingAConfirmedOrderIsForManagersAndAskingForAnUnconfirmedOneForNobody() {
		confirmed().when(new Cancel("race", null))
			.refused(OrderRefusal.CANCELLATION_NEEDS_APPROVAL)
			.by(WANG)
			.when(new Cancel("never paid", null))
			.thenTypes(CancellationRequested.class);
		Scenario.of(new OrderStage(OrderForms.POLICY))
			.given(OrderForms.placed(OrderForms.good(), 1))
			.when(new RequestCancellation("no", null))
			.refused(OrderRefusal.CANCELLATION_NEEDS_NO_APPROVAL);
	}

	@Test
	void theRequestTellsWhatWouldBeUndone() {
		confirmed(new ProductionProgressed("SO-1", 40, null, LocalDate.of(2026, 3, 9)),
				new GoodsPacked("SO-1", List.of()),
				new PaymentReceived("SO-1", "V-1", Money.of("10.00", "CNY"), Money.of("114.01", "CNY")),
				new PaymentReceived("SO-1", "V-2", Money.of("0.50", "CNY"), Money.of("113.51", "CNY")))
			.when(new RequestCancellation("never paid", new BigDecimal("12.5")))
			.then(new CancellationRequested("SO-1", 1, "li", "salesperson", Personal.of("never paid"),
					Money.of("12.50", "CNY"), new WorkDone(40, true, Money.of("10.50", "CNY"))));
	}

	/** The review decides on what is undone, so it must not decide on less than that. */
	@Test
	void whatIsDoneAfterTheRequestIsPutToTheReviewAnew() {
		Money cost = Money.of("12.50", "CNY");
		confirmed().when(new RequestCancellation("never paid", new BigDecimal("12.5")))
			.thenTypes(CancellationRequested.class)
			.received(new ProductionProgressed("SO-1", 5, null, LocalDate.of(2026, 3, 9)))
			.then(requested(2, cost, new WorkDone(5, false, null)))
			.received(new ProductionProgressed("SO-1", 60, null, LocalDate.of(2026, 3, 9)))
			.then()
			.received(AGREED)
			.then()
			.received(new PaymentReceived("SO-1", "V-1", Money.of("10.00", "CNY"), Money.of("114.01", "CNY")))
			.then(requested(3, cost, new WorkDone(60, false, Money.of("10.00", "CNY"))))
			.received(new GoodsPacked("SO-1", List.of()))
			.then(requested(4, cost, new WorkDone(60, true, Money.of("10.00", "CNY"))))
			.received(new CancellationApproved("SO-1", 4, "wang", null, cost, NOTHING))
			.then(new StopOrdered("SO-1", 4))
			.received(new PaymentReceived("SO-1", "V-2", Money.of("1.00", "CNY"), Money.of("113.01", "CNY")))
			.then();
	}

	@Test
	void whatAReversedReceiptBroughtIsNotThereToUndo() {
		confirmed(new PaymentReceived("SO-1", "V-1", Money.of("10.00", "CNY"), Money.of("114.01", "CNY")),
				new PaymentReceived("SO-1", "V-2", Money.of("0.50", "CNY"), Money.of("113.51", "CNY")))
			.received(reversed("V-1", "10.00"))
			.then()
			.when(new RequestCancellation("never paid", null))
			.then(new CancellationRequested("SO-1", 1, "li", "salesperson", Personal.of("never paid"), null,
					new WorkDone(null, false, Money.of("0.50", "CNY"))))
			.received(reversed("V-2", "0.50"))
			.then(requested(2, null, NOTHING));
	}

	private static ReceiptReversed reversed(String voucher, String amount) {
		return new ReceiptReversed("SO-1", voucher, Money.of(amount, "CNY"), Money.of("124.01", "CNY"), false, false,
				Personal.of("slip"));
	}

	private static CancellationRequested requested(int attempt, @Nullable Money cost, WorkDone work) {
		return new CancellationRequested("SO-1", attempt, "li", "salesperson", Personal.of("never paid"), cost, work);
	}

	/** What giving the order up costs the company is not for the customer to say. */
	@Test
	void aCustomerTellsNoCost() {
		confirmed().by(new Actor("customer", "k-100"))
			.when(new RequestCancellation("too late", new BigDecimal("0")))
			.refusedFields(Map.of("cost", "COST_NOT_FROM_CUSTOMER"))
			.when(new RequestCancellation("too late", null))
			.thenTypes(CancellationRequested.class)
			.when(new RequestCancellation("too late", null))
			.refused(OrderRefusal.CANCELLATION_UNDER_WAY);
	}

	@Test
	void nobodyIsToldWhoHasAskedForTheCancellation() {
		Order order = confirmed(REQUESTED).state();
		assertThat(new OrderStage(OrderForms.POLICY).decide(order, new RequestCancellation("me too", null),
				new Context(new Actor("customer", "k-100"), OrderForms.NOW)))
			.isInstanceOfSatisfying(Outcome.Refused.class,
					(refused) -> assertThat(refused.refusal().facts()).containsOnlyKeys("order", "state"));
	}

	@Test
	void allFaultsOfARequestAreTold() {
		confirmed().when(new RequestCancellation(" ", new BigDecimal("-1")))
			.refusedFields(Map.of("reason", "REQUIRED", "cost", "NUMBER_NEGATIVE"))
			.when(new RequestCancellation("x", new BigDecimal("0.001")))
			.refusedFields(Map.of("cost", "NUMBER_TOO_PRECISE"))
			.when(new RequestCancellation("x", new BigDecimal("1E+999999")))
			.refusedFields(Map.of("cost", "NUMBER_TOO_LARGE"));
	}

	@Test
	void aSecondRequestWaitsForTheFirstUnlessAManagerTakesItOver() {
		confirmed(REQUESTED).when(new RequestCancellation("me too", null))
			.refused(OrderRefusal.CANCELLATION_UNDER_WAY)
			.by(WANG)
			.when(new Cancel("agreed", null))
			.then(new CancellationRequested("SO-1", 2, "wang", "sales-manager", Personal.of("agreed"), null, NOTHING))
			.received(AGREED)
			.then()
			.received(new CancellationApproved("SO-1", 2, "wang", null, null, NOTHING))
			.then(new StopOrdered("SO-1", 2))
			.when(new RequestCancellation("once more", null))
			.refused(OrderRefusal.CANCELLATION_UNDER_WAY);
	}

	@Test
	void anOrderWhoseCancellationIsRejectedGoesOnAndMayBeAskedForAgain() {
		confirmed(REQUESTED).received(new CancellationRejected("SO-1", 1, "wang", Personal.of("half is made")))
			.then()
			.received(AGREED)
			.then()
			.when(new RequestCancellation("all the same", null))
			.then(new CancellationRequested("SO-1", 2, "li", "salesperson", Personal.of("all the same"), null,
					NOTHING));
	}

	/**
	 * Logistics may take goods back and stop for a request that was overtaken before.
	 */
	@Test
	void aStopTakesEffectForTheRequestItAnswersAndForNoOther() {
		confirmed(REQUESTED).received(AGREED)
			.then(STOP)
			.received(SHIPPED)
			.then(OVERTAKEN)
			.received(BACK)
			.then()
			.when(new RequestCancellation("refused at the door", null))
			.thenTypes(CancellationRequested.class)
			.received(STOPPED)
			.then()
			.received(new CancellationApproved("SO-1", 2, "wang", null, null, NOTHING))
			.then(new StopOrdered("SO-1", 2))
			.received(new DispatchStopped("SO-1", 2))
			.then(new OrderCancelled("SO-1", "li", "salesperson", Personal.of("refused at the door")));
	}

	/**
	 * Review and logistics speak on topics of their own. Logistics has either stopped, or
	 * sent the goods and not stopped, or sent them, taken them back and then stopped.
	 */
	@Test
	void inWhateverOrderTheNewsArriveTheOrderIsCancelledOrGoesOnAndNeverBoth() {
		List<List<GendanEvent>> tales = List.of(List.of(STOPPED), List.of(SHIPPED), List.of(SHIPPED, BACK, STOPPED),
				List.of(SHIPPED, BACK));
		for (List<GendanEvent> logistics : tales) {
			for (List<GendanEvent> arrival : interleavings(List.of(AGREED), logistics)) {
				List<OrderEvent> happened = new ArrayList<>();
				Order order = play(arrival, happened);
				boolean stopped = logistics.contains(STOPPED);
				assertThat(order.state()).as("%s", arrival)
					.isEqualTo(stopped ? OrderState.CANCELLED : OrderState.CONFIRMED);
				assertThat(happened).as("%s", arrival).doesNotHaveDuplicates();
				assertThat(happened.contains(CANCELLED)).isEqualTo(stopped);
				assertThat(happened.contains(OVERTAKEN)).as("%s", arrival).isEqualTo(logistics.contains(SHIPPED));
			}
		}
	}

	private static Order play(List<GendanEvent> arrival, List<OrderEvent> happened) {
		OrderStage stage = new OrderStage(OrderForms.POLICY);
		Order order = confirmed(REQUESTED).state();
		for (GendanEvent event : arrival) {
			order = stage.evolve(order, event);
			for (OrderEvent follows : stage.react(order, event, new Context(Actor.policy("order"), OrderForms.NOW))) {
				happened.add(follows);
				order = stage.evolve(order, follows);
			}
		}
		return order;
	}

	private static List<List<GendanEvent>> interleavings(List<? extends GendanEvent> one,
			List<? extends GendanEvent> other) {
		if (one.isEmpty() || other.isEmpty()) {
			List<GendanEvent> rest = new ArrayList<>(one);
			rest.addAll(other);
			return List.of(rest);
		}
		List<List<GendanEvent>> all = new ArrayList<>();
		interleavings(one.subList(1, one.size()), other).forEach((tail) -> all.add(prepend(one.getFirst(), tail)));
		interleavings(one, other.subList(1, other.size())).forEach((tail) -> all.add(prepend(other.getFirst(), tail)));
		return all;
	}

	private static List<GendanEvent> prepend(GendanEvent first, List<GendanEvent> tail) {
		List<GendanEvent> all = new ArrayList<>(List.of(first));
		all.addAll(tail);
		return all;
	}

}
