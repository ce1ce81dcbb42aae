package io.gendan.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.aftersales.AftersalesClosed;
import io.gendan.contract.aftersales.GoodsAccepted;
import io.gendan.contract.billing.DifferencesDecided;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.billing.ReceiptReversed;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.order.ChainHead;
import io.gendan.contract.order.OrderArchived;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderCompleted;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.review.Correction;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.order.OrderCommand.Archive;
import io.gendan.order.OrderCommand.Cancel;
import io.gendan.order.OrderCommand.Confirm;
import io.gendan.order.OrderCommand.Place;
import io.gendan.order.OrderCommand.PlaceAgain;
import io.gendan.stage.Owner;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The story of an order at this stage (ORD). */
class OrderLifecycleTest {

	private static final OrderApproved APPROVED = new OrderApproved("SO-1", 1, "wang", null);

	private static final OrderConfirmed CONFIRMED = new OrderConfirmed("SO-1", "li", LocalDate.of(2026, 4, 1));

	private static final GoodsShipped SHIPPED = new GoodsShipped("SO-1", "W-1", "SF", LocalDate.of(2026, 3, 20), 1,
			null);

	/** Still 1 April in UTC, but 2 April where the business is. */
	private static final GoodsDelivered DELIVERED_LATE = new GoodsDelivered("SO-1", "W-1", Personal.of("Wang"),
			Instant.parse("2026-04-01T16:30:00Z"), GoodsCondition.INTACT, List.of());

	private static final GoodsDelivered DELIVERED = new GoodsDelivered("SO-1", "W-1", Personal.of("Wang"),
			Instant.parse("2026-04-01T15:30:00Z"), GoodsCondition.INTACT, List.of());

	private static final GoodsAccepted ACCEPTED = new GoodsAccepted("SO-1", Personal.of("wang"), null,
			Instant.parse("2026-04-09T00:00:00Z"));

	private static final OrderSettled SETTLED = new OrderSettled("SO-1", Money.of("124.01", "CNY"),
			Money.of("124.01", "CNY"), Money.zero("CNY"));

	private static final AftersalesClosed CLOSED = new AftersalesClosed("SO-1", Personal.of("service window ended"));

	private static Scenario<Order, OrderCommand, OrderEvent> order(GendanEvent... past) {
		return Scenario.of(new OrderStage(OrderForms.POLICY)).given(past);
	}

	private static OrderPlaced placed() {
		return OrderForms.placed(OrderForms.good(), 1);
	}

	@Test
	void aCompleteOrderIsPlacedWithItsSums() {
		OrderPlaced placed = placed();
		order().when(new Place(OrderForms.good(), OrderForms.OPEN)).then(placed);
		assertThat(placed.lines()).extracting((line) -> line.amount().toString())
			.containsExactly("123.00 CNY", "1.01 CNY");
		assertThat(placed.total()).isEqualTo(Money.of("124.01", "CNY"));
		assertThat(placed.round()).isEqualTo(1);
		assertThat(placed.enteredBy()).isEqualTo("li");
	}

	@Test
	void theSameOrderAgainIsKnownAndAnotherOneIsRefused() {
		order(placed()).when(new Place(OrderForms.good(), OrderForms.OPEN))
			.refused(OrderRefusal.ORDER_ALREADY_PLACED)
			.by(new Actor("merchandiser", "zhao"))
			.when(new Place(OrderForms.good(), OrderForms.OPEN))
			.refused(OrderRefusal.ORDER_ALREADY_PLACED)
			.when(new Place(OrderForms.form().receivedAt(null).build(), OrderForms.OPEN))
			.refused(OrderRefusal.ORDER_ALREADY_PLACED)
			.when(new Place(OrderForms.form().remarks("another").build(), OrderForms.OPEN))
			.refused(OrderRefusal.ORDER_NUMBER_TAKEN);
	}

	@Test
	void aReturnedOrderIsPlacedAgainByAnybodyWithTheRole() {
		OrderForm corrected = OrderForms.form().requestedDelivery("2026-05-01").build();
		OrderPlaced second = OrderForms.placed(corrected, 2);
		List<Correction> corrections = List.of(new Correction("requestedDelivery", Personal.of("too early")));
		Scenario<Order, OrderCommand, OrderEvent> story = order(placed())
			.received(new OrderReturnedForCorrection("SO-1", 1, "wang", corrections))
			.then();
		assertThat(story.state().corrections()).isEqualTo(corrections);
		story.when(new PlaceAgain(corrected, OrderForms.OPEN)).then(second);
		assertThat(story.state().corrections()).isEmpty();
		story.received(APPROVED).then();
		assertThat(story.state().state()).as("approval of the first round").isEqualTo(OrderState.PLACED);
		story.received(new OrderApproved("SO-1", 2, "wang", null)).then();
		assertThat(story.state().state()).isEqualTo(OrderState.APPROVED);
	}

	@Test
	void aNumberOfAReturnedOrderIsNotTakenByMistake() {
		order(placed(), new OrderReturnedForCorrection("SO-1", 1, "wang", List.of()))
			.when(new Place(OrderForms.form().remarks("another").build(), OrderForms.OPEN))
			.refused(OrderRefusal.ORDER_NUMBER_TAKEN);
	}

	@Test
	void aFaultyCorrectionIsRefusedWithItsFields() {
		order(placed(), new OrderReturnedForCorrection("SO-1", 1, "wang", List.of()))
			.when(new PlaceAgain(OrderForms.form().currency("XYZ").build(), OrderForms.OPEN))
			.refused(OrderRefusal.FIELDS_INVALID)
			.refusedFields(java.util.Map.of("currency", "CURRENCY_UNKNOWN"));
	}

	@Test
	void theConfirmationPromisesTheRequestedDate() {
		order(placed(), APPROVED).when(new Confirm()).then(CONFIRMED);
	}

	@Test
	void cancellationNeedsAReason() {
		order(placed()).when(new Cancel(" ", null))
			.refusedFields(java.util.Map.of("reason", "REQUIRED"))
			.when(new Cancel("customer changed his mind", null))
			.then(new OrderCancelled("SO-1", "li", "salesperson", Personal.of("customer changed his mind")))
			.received(APPROVED)
			.then()
			.when(new Confirm())
			.refused(OrderRefusal.ORDER_NOT_APPROVED);
	}

	@Test
	void afterShippingGoodsComeBackByAReturn() {
		order(placed(), APPROVED, CONFIRMED).received(SHIPPED)
			.then()
			.when(new Cancel("no", null))
			.refused(OrderRefusal.CANCELLATION_NEEDS_RETURN);
	}

	@Test
	void aRejectedOrderIsClosedWithTheReasonAndAllStagesAreToldOnce() {
		Scenario<Order, OrderCommand, OrderEvent> story = order(placed())
			.received(new OrderRejected("SO-1", 2, "wang", Personal.of("another round")))
			.then()
			.received(new OrderRejected("SO-1", 1, "wang", Personal.of("below floor price")))
			.then(new OrderCancelled("SO-1", "wang", Personal.of("below floor price")))
			.received(new OrderApproved("SO-1", 1, "wang", null))
			.then();
		assertThat(story.state().state()).isEqualTo(OrderState.REJECTED);
		assertThat(story.state().reason()).isEqualTo(Personal.of("below floor price"));
		story.when(new Cancel("no", null)).refused(OrderRefusal.ORDER_CLOSED);
	}

	@Test
	void anOrderCompletesWhenAllFourFactsAreThereInWhateverOrder() {
		OrderCompleted completed = new OrderCompleted("SO-1", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 1), true);
		for (List<GendanEvent> facts : permutations(List.of(DELIVERED, ACCEPTED, SETTLED, CLOSED))) {
			Scenario<Order, OrderCommand, OrderEvent> story = order(placed(), APPROVED, CONFIRMED);
			for (GendanEvent fact : facts.subList(0, 3)) {
				story.received(fact).then();
			}
			story.received(facts.get(3)).then(completed);
			assertThat(story.state().state()).isEqualTo(OrderState.COMPLETED);
			story.received(facts.get(3)).then();
		}
	}

	@Test
	void aCompletedOrderIsInWorkAgainWhileItIsNotSettledAndAnArchivedOneStays() {
		OrderCompleted completed = new OrderCompleted("SO-1", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 1), true);
		Scenario<Order, OrderCommand, OrderEvent> story = order(placed(), APPROVED, CONFIRMED, DELIVERED, ACCEPTED,
				CLOSED)
			.received(SETTLED)
			.then(completed)
			.received(reversed(true))
			.then();
		assertThat(story.state().state()).isEqualTo(OrderState.COMPLETED);
		story.received(reversed(false)).then();
		assertThat(story.state().state()).isEqualTo(OrderState.CONFIRMED);
		assertThat(story.state().progress().settled()).isFalse();
		story.when(new Archive())
			.refused(OrderRefusal.ORDER_NOT_COMPLETED)
			.received(SETTLED)
			.then(completed)
			.received(new DifferencesDecided("SO-1", List.of(), Personal.of("found")))
			.then()
			.when(new Archive())
			.refused(OrderRefusal.ORDER_NOT_COMPLETED)
			.received(SETTLED)
			.then(completed)
			.when(new Archive())
			.thenTypes(OrderArchived.class)
			.received(reversed(false))
			.then();
		assertThat(story.state().state()).isEqualTo(OrderState.ARCHIVED);
	}

	private static ReceiptReversed reversed(boolean settled) {
		return new ReceiptReversed("SO-1", "V-1", Money.of("124.01", "CNY"), Money.of("124.01", "CNY"), settled, true,
				Personal.of("slip"));
	}

	@Test
	void onTimeIsMeasuredByTheDateInTheBusinessZone() {
		order(placed(), APPROVED, CONFIRMED, ACCEPTED, SETTLED, CLOSED).received(DELIVERED_LATE)
			.then(new OrderCompleted("SO-1", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 2), false));
	}

	@Test
	void theDossierIsKeptTenYearsAndPinsEveryChain() {
		ChainHead[] heads = { new ChainHead("order", 3, "aa"), new ChainHead("review", 2, "bb") };
		order(placed(), APPROVED, CONFIRMED, DELIVERED, ACCEPTED, SETTLED, CLOSED,
				new OrderCompleted("SO-1", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 1), true))
			.at(Instant.parse("2026-05-31T17:00:00Z"))
			.heads(heads)
			.when(new Archive())
			.then(new OrderArchived("SO-1", LocalDate.of(2036, 6, 1), List.of(heads)))
			.when(new Archive())
			.refused(OrderRefusal.ORDER_NOT_COMPLETED);
	}

	@Test
	void listsShowWhatTheyNeed() {
		OrderStage stage = new OrderStage(OrderForms.POLICY);
		assertThat(stage.summary(stage.initial("SO-1"))).containsExactly(java.util.Map.entry("state", "UNKNOWN"));
		Order confirmed = order(placed(), APPROVED, CONFIRMED).state();
		assertThat(stage.summary(confirmed)).containsEntry("state", "CONFIRMED")
			.containsEntry("amount", "124.01")
			.containsEntry("promisedDelivery", "2026-04-01");
		assertThat(stage.owner(confirmed)).map(Owner::customerId).contains("K-100");
	}

	private static List<List<GendanEvent>> permutations(List<GendanEvent> facts) {
		if (facts.isEmpty()) {
			return List.of(List.of());
		}
		return facts.stream().flatMap((first) -> {
			List<GendanEvent> rest = facts.stream().filter((fact) -> fact != first).toList();
			return permutations(rest).stream()
				.map((tail) -> java.util.stream.Stream.concat(java.util.stream.Stream.of(first), tail.stream())
					.toList());
		}).toList();
	}

}
