package io.gendan.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.order.CancellationRequested;
import io.gendan.contract.order.OrderArchived;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderCompleted;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every state and every command: what follows, or why not. */
class TransitionTableTest {

	private static final OrderStage STAGE = new OrderStage(OrderForms.POLICY);

	private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

	private static final GendanEvent PLACED = OrderForms.placed(OrderForms.good(), 1);

	private static final GendanEvent APPROVED = new OrderApproved("SO-1", 1, "wang", null);

	private static final GendanEvent CONFIRMED = new OrderConfirmed("SO-1", "li", DAY);

	private static final GendanEvent COMPLETED = new OrderCompleted("SO-1", DAY, DAY, true);

	private static final Map<OrderState, List<GendanEvent>> PAST = Map.of(OrderState.UNKNOWN, List.of(),
			OrderState.PLACED, List.of(PLACED), OrderState.RETURNED,
			List.of(PLACED, new OrderReturnedForCorrection("SO-1", 1, "wang", List.of())), OrderState.REJECTED,
			List.of(PLACED, new OrderRejected("SO-1", 1, "wang", Personal.of("no")),
					new OrderCancelled("SO-1", "wang", Personal.of("no"))),
			OrderState.APPROVED, List.of(PLACED, APPROVED), OrderState.CONFIRMED, List.of(PLACED, APPROVED, CONFIRMED),
			OrderState.CANCELLED, List.of(PLACED, new OrderCancelled("SO-1", "li", Personal.of("no"))),
			OrderState.COMPLETED, List.of(PLACED, APPROVED, CONFIRMED, COMPLETED), OrderState.ARCHIVED,
			List.of(PLACED, APPROVED, CONFIRMED, COMPLETED, new OrderArchived("SO-1", DAY, List.of())));

	private static final OrderCommand PLACE = new OrderCommand.Place(OrderForms.form().remarks("new").build(),
			OrderForms.OPEN);

	private static final OrderCommand AGAIN = new OrderCommand.PlaceAgain(OrderForms.good(), OrderForms.OPEN);

	private static final OrderCommand CONFIRM = new OrderCommand.Confirm();

	private static final OrderCommand CANCEL = new OrderCommand.Cancel("why", null);

	private static final OrderCommand REQUEST = new OrderCommand.RequestCancellation("why", null);

	private static final OrderCommand ARCHIVE = new OrderCommand.Archive();

	static Stream<Arguments> table() {
		return Stream.of(
				row(OrderState.UNKNOWN, OrderPlaced.class, OrderRefusal.ORDER_NOT_RETURNED,
						OrderRefusal.ORDER_NOT_APPROVED, OrderRefusal.ORDER_CLOSED, OrderRefusal.ORDER_NOT_COMPLETED),
				row(OrderState.PLACED, OrderRefusal.ORDER_NUMBER_TAKEN, OrderRefusal.ORDER_NOT_RETURNED,
						OrderRefusal.ORDER_NOT_APPROVED, OrderCancelled.class, OrderRefusal.ORDER_NOT_COMPLETED),
				row(OrderState.RETURNED, OrderRefusal.ORDER_NUMBER_TAKEN, OrderPlaced.class,
						OrderRefusal.ORDER_NOT_APPROVED, OrderCancelled.class, OrderRefusal.ORDER_NOT_COMPLETED),
				row(OrderState.REJECTED, OrderRefusal.ORDER_NUMBER_TAKEN, OrderRefusal.ORDER_NOT_RETURNED,
						OrderRefusal.ORDER_NOT_APPROVED, OrderRefusal.ORDER_CLOSED, OrderRefusal.ORDER_NOT_COMPLETED),
				row(OrderState.APPROVED, OrderRefusal.ORDER_NUMBER_TAKEN, OrderRefusal.ORDER_NOT_RETURNED,
						OrderConfirmed.class, OrderCancelled.class, OrderRefusal.ORDER_NOT_COMPLETED),
				row(OrderState.CONFIRMED, OrderRefusal.ORDER_NUMBER_TAKEN, OrderRefusal.ORDER_NOT_RETURNED,
						OrderRefusal.ORDER_NOT_APPROVED, OrderRefusal.CANCELLATION_NEEDS_APPROVAL,
						OrderRefusal.ORDER_NOT_COMPLETED),
				row(OrderState.CANCELLED, OrderRefusal.ORDER_NUMBER_TAKEN, OrderRefusal.ORDER_NOT_RETURNED,
						OrderRefusal.ORDER_NOT_APPROVED, OrderRefusal.ORDER_CLOSED, OrderRefusal.ORDER_NOT_COMPLETED),
				row(OrderState.COMPLETED, OrderRefusal.ORDER_NUMBER_TAKEN, OrderRefusal.ORDER_NOT_RETURNED,
						OrderRefusal.ORDER_NOT_APPROVED, OrderRefusal.CANCELLATION_NEEDS_RETURN, OrderArchived.class),
				row(OrderState.ARCHIVED, OrderRefusal.ORDER_NUMBER_TAKEN, OrderRefusal.ORDER_NOT_RETURNED,
						OrderRefusal.ORDER_NOT_APPROVED, OrderRefusal.CANCELLATION_NEEDS_RETURN,
						OrderRefusal.ORDER_NOT_COMPLETED))
			.flatMap((rows) -> rows);
	}

	@ParameterizedTest(name = "{0}: {1} -> {2}")
	@MethodSource("table")
	void everyCommandInEveryState(OrderState state, OrderCommand command, Object expected) {
		Order order = state(state);
		assertThat(order.state()).isEqualTo(state);
		Outcome<?> outcome = STAGE.decide(order, command,
				new Context(new io.gendan.contract.Actor("salesperson", "li"), OrderForms.NOW));
		switch (outcome) {
			case Outcome.Accepted<?> accepted ->
				assertThat(accepted.events()).extracting(Object::getClass).isEqualTo(List.of(expected));
			case Outcome.Refused<?> refused -> {
				assertThat(refused.refusal().code()).isEqualTo(expected);
				assertThat(refused.refusal().facts()).containsEntry("state", state.name());
			}
		}
	}

	@Test
	void theTableIsComplete() {
		assertThat(table()).hasSize(OrderState.values().length * OrderCommand.class.getPermittedSubclasses().length);
		assertThat(PAST).containsOnlyKeys(OrderState.values());
	}

	@Test
	void onlyPlacingOpensAnOrder() {
		assertThat(Stream.of(PLACE, AGAIN, CONFIRM, CANCEL, REQUEST, ARCHIVE).filter(STAGE::opens))
			.containsExactly(PLACE);
	}

	private static Stream<Arguments> row(OrderState state, Object place, Object again, Object confirm, Object cancel,
			Object archive) {
		return Stream.of(arguments(state, PLACE, place), arguments(state, AGAIN, again),
				arguments(state, CONFIRM, confirm), arguments(state, CANCEL, cancel),
				arguments(state, REQUEST, requested(state)), arguments(state, ARCHIVE, archive));
	}

	private static Object requested(OrderState state) {
		return switch (state) {
			case UNKNOWN, REJECTED, CANCELLED -> OrderRefusal.ORDER_CLOSED;
			case PLACED, RETURNED, APPROVED -> OrderRefusal.CANCELLATION_NEEDS_NO_APPROVAL;
			case CONFIRMED -> CancellationRequested.class;
			case COMPLETED, ARCHIVED -> OrderRefusal.CANCELLATION_NEEDS_RETURN;
		};
	}

	private static Order state(OrderState state) {
		Order order = STAGE.initial("SO-1");
		for (GendanEvent event : PAST.get(state)) {
			order = STAGE.evolve(order, event);
		}
		return order;
	}

}
