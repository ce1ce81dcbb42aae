package io.gendan.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.gendan.contract.Actor;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.order.CancellationOvertaken;
import io.gendan.contract.order.CancellationRequested;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.StopOrdered;
import io.gendan.contract.order.WorkDone;
import io.gendan.order.Cancellation.Step;
import io.gendan.stage.Context;
import io.gendan.stage.FieldFault;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.FormReader;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How an order is given up (ORD-11). Before the confirmation at once. After it the review
 * decides, then logistics is told to stop, and only its answer that nothing has left
 * cancels the order; so no stage ever undoes its part of an order whose goods are on
 * their way.
 */
final class Cancelling {

	private static final int REASON = 1000;

	private static final Set<String> MANAGERS = Set.of("sales-manager", "general-manager");

	static final String CUSTOMER = "customer";

	private final OrderPolicy policy;

	Cancelling(OrderPolicy policy) {
		this.policy = policy;
	}

	Outcome<OrderEvent> cancel(Order order, OrderCommand.Cancel command, Context context) {
		return switch (order.state()) {
			case UNKNOWN, REJECTED, CANCELLED -> refused(OrderRefusal.ORDER_CLOSED, order);
			case COMPLETED, ARCHIVED -> refused(OrderRefusal.CANCELLATION_NEEDS_RETURN, order);
			case PLACED, RETURNED, APPROVED ->
				asked(order, command.reason(), null, context.actor()).map((asked) -> new OrderCancelled(order.number(),
						context.actor().id(), context.actor().role(), asked.reason()));
			case CONFIRMED -> MANAGERS.contains(context.actor().role())
					? request(order, command.reason(), command.cost(), context) : refused(order.progress().shipped()
							? OrderRefusal.CANCELLATION_NEEDS_RETURN : OrderRefusal.CANCELLATION_NEEDS_APPROVAL, order);
		};
	}

	Outcome<OrderEvent> request(Order order, OrderCommand.RequestCancellation command, Context context) {
		return switch (order.state()) {
			case UNKNOWN, REJECTED, CANCELLED -> refused(OrderRefusal.ORDER_CLOSED, order);
			case COMPLETED, ARCHIVED -> refused(OrderRefusal.CANCELLATION_NEEDS_RETURN, order);
			case PLACED, RETURNED, APPROVED -> refused(OrderRefusal.CANCELLATION_NEEDS_NO_APPROVAL, order);
			case CONFIRMED -> request(order, command.reason(), command.cost(), context);
		};
	}

	/** A manager may take over what somebody else has asked for. */
	private Outcome<OrderEvent> request(Order order, @Nullable String reason, @Nullable BigDecimal cost,
			Context context) {
		if (order.progress().shipped()) {
			return refused(OrderRefusal.CANCELLATION_NEEDS_RETURN, order);
		}
		Cancellation latest = order.cancellation();
		if (latest != null && latest.pending()
				&& (latest.step() != Step.REQUESTED || !MANAGERS.contains(context.actor().role()))) {
			return refused(OrderRefusal.CANCELLATION_UNDER_WAY, order);
		}
		int attempt = (latest != null) ? latest.request().attempt() + 1 : 1;
		return asked(order, reason, cost, context.actor())
			.map((asked) -> new CancellationRequested(order.number(), attempt, context.actor().id(),
					context.actor().role(), asked.reason(), asked.cost(), order.progress().work()));
	}

	/**
	 * What follows from what is known of a cancellation, one step at a time and whatever
	 * came first.
	 */
	static Optional<OrderEvent> next(Order order) {
		Cancellation latest = order.cancellation();
		if (latest == null || order.state() != OrderState.CONFIRMED || !latest.pending()) {
			return Optional.empty();
		}
		CancellationRequested request = latest.request();
		if (latest.step() == Step.STOPPED) {
			return Optional
				.of(new OrderCancelled(order.number(), request.requestedBy(), request.role(), request.reason()));
		}
		if (order.progress().shipped()) {
			return Optional.of(new CancellationOvertaken(order.number(), request.attempt()));
		}
		return switch (latest.step()) {
			case REQUESTED -> anew(request, order.progress().work());
			case APPROVED -> Optional.of(new StopOrdered(order.number(), request.attempt()));
			case STOP_ORDERED, STOPPED, REJECTED, OVERTAKEN -> Optional.empty();
		};
	}

	/**
	 * The review must not decide on less than what is undone: what has been done since
	 * the request is put to it with a request that takes the place of the first.
	 */
	private static Optional<OrderEvent> anew(CancellationRequested request, WorkDone work) {
		WorkDone told = request.work();
		boolean known = (told.productionPercent() != null || work.productionPercent() == null)
				&& told.packed() == work.packed() && Objects.equals(told.received(), work.received());
		return known ? Optional.empty() : Optional.of(new CancellationRequested(request.order(), request.attempt() + 1,
				request.requestedBy(), request.role(), request.reason(), request.cost(), work));
	}

	private Asked asked(Order order, @Nullable String why, @Nullable BigDecimal costing, Actor actor) {
		FormReader reader = new FormReader();
		String reason = reader.need("reason", reader.prose("reason", why, REASON));
		Money cost = cost(reader, order.placed(), costing);
		if (costing != null && actor.role().equals(CUSTOMER)) {
			reader.fault("cost", OrderRefusal.COST_NOT_FROM_CUSTOMER);
		}
		return new Asked(Personal.of(reason), cost, reader.faults());
	}

	private @Nullable Money cost(FormReader reader, @Nullable OrderPlaced placed, @Nullable BigDecimal cost) {
		if (cost == null || placed == null) {
			return null;
		}
		String currency = placed.total().currency();
		int digits = Money.zero(currency).amount().scale();
		if (cost.signum() < 0) {
			reader.fault("cost", OrderRefusal.NUMBER_NEGATIVE, FormReader.shown(cost.toString()));
		}
		else if (cost.compareTo(this.policy.maxPrice()) > 0) {
			reader.fault("cost", FieldRefusal.NUMBER_TOO_LARGE,
					Map.of("value", FormReader.shown(cost.toString()), "max", this.policy.maxPrice().toPlainString()));
		}
		else if (cost.stripTrailingZeros().scale() > digits) {
			reader.fault("cost", FieldRefusal.NUMBER_TOO_PRECISE,
					Map.of("value", FormReader.shown(cost.toString()), "max", digits));
		}
		else {
			return new Money(cost.stripTrailingZeros(), currency);
		}
		return null;
	}

	private static Outcome<OrderEvent> refused(OrderRefusal code, Order order) {
		return Outcome.refused(code, OrderDecisions.facts(order));
	}

	/** What was asked for, if its fields are sound. */
	private record Asked(Personal reason, @Nullable Money cost, List<FieldFault> faults) {

		Outcome<OrderEvent> map(Function<Asked, OrderEvent> event) {
			return this.faults.isEmpty() ? Outcome.accepted(event.apply(this))
					: Outcome.refused(OrderRefusal.FIELDS_INVALID, this.faults);
		}

	}

}
