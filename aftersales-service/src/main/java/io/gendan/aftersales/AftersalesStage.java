package io.gendan.aftersales;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.Service;
import io.gendan.contract.aftersales.AcceptanceRequested;
import io.gendan.contract.aftersales.AftersalesClosed;
import io.gendan.contract.aftersales.AftersalesEvent;
import io.gendan.contract.aftersales.GoodsAccepted;
import io.gendan.contract.aftersales.SurveyAnswered;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.Stage;

/**
 * The last stage: delivered goods are accepted, opinions asked for, and the service
 * window closes by itself (AFT-1, AFT-7).
 */
final class AftersalesStage implements Stage<Aftersales, AftersalesCommand, AftersalesEvent> {

	private static final Personal WINDOW_ENDED = Personal.of("service window ended");

	private final AftersalesPolicy policy;

	private final AftersalesDecisions decisions;

	AftersalesStage(AftersalesPolicy policy) {
		this.policy = policy;
		this.decisions = new AftersalesDecisions(policy);
	}

	@Override
	public Service service() {
		return Service.AFTERSALES;
	}

	@Override
	public Aftersales initial(String order) {
		return Aftersales.initial(order);
	}

	@Override
	public Aftersales evolve(Aftersales state, GendanEvent event) {
		return switch (event) {
			case AftersalesEvent own -> evolveOwn(state, own);
			case OrderPlaced placed -> state.orderedBy(Buyer.of(placed));
			case OrderCancelled _ -> state.cancel();
			case GoodsDelivered delivered -> state.delivered(Delivery.of(delivered));
			default -> state;
		};
	}

	private static Aftersales evolveOwn(Aftersales state, AftersalesEvent event) {
		return switch (event) {
			case AcceptanceRequested requested -> state.askedToAccept(requested.dueAt());
			case GoodsAccepted accepted ->
				state.accepted(new Acceptance(accepted.acceptedBy(), accepted.remarks(), accepted.serviceUntil()));
			case SurveyAnswered answered -> state.answered(new Survey(answered.scores(), answered.remarks()));
			case AftersalesClosed closed -> state.closed(closed.reason());
		};
	}

	@Override
	public Outcome<AftersalesEvent> decide(Aftersales state, AftersalesCommand command, Context context) {
		return this.decisions.decide(state, command, context);
	}

	@Override
	public Set<Class<? extends GendanEvent>> listensTo() {
		return Set.of(OrderPlaced.class, OrderCancelled.class, GoodsDelivered.class);
	}

	/** An order in several shipments is asked about once, with the first. */
	@Override
	public List<AftersalesEvent> react(Aftersales state, GendanEvent received, Context context) {
		if (received instanceof GoodsDelivered delivered && state.followUpDueAt() == null) {
			return List.of(new AcceptanceRequested(state.order(), this.policy.followUpDueAt(delivered.at())));
		}
		return List.of();
	}

	@Override
	public Optional<Instant> due(Aftersales state) {
		return serviceWindowEnd(state);
	}

	@Override
	public List<AftersalesEvent> onDue(Aftersales state, Context context) {
		return serviceWindowEnd(state).filter((end) -> !end.isAfter(context.now()))
			.<List<AftersalesEvent>>map((_) -> List.of(new AftersalesClosed(state.order(), WINDOW_ENDED)))
			.orElse(List.of());
	}

	private static Optional<Instant> serviceWindowEnd(Aftersales state) {
		Acceptance acceptance = state.acceptance();
		return (acceptance != null && state.closedBecause() == null) ? Optional.of(acceptance.serviceUntil())
				: Optional.empty();
	}

	@Override
	public Optional<Owner> owner(Aftersales state) {
		return Optional.ofNullable(state.buyer()).map((buyer) -> new Owner(buyer.customerId(), buyer.enteredBy()));
	}

	@Override
	public List<Column> columns() {
		return AftersalesSummary.COLUMNS;
	}

	@Override
	public Map<String, Object> summary(Aftersales state) {
		return AftersalesSummary.of(state);
	}

}
