package io.gendan.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.gendan.contract.order.OrderArchived;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderCompleted;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.stage.Context;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/** Decides on a placed order: confirmation, cancellation, completion, archive. */
final class OrderDecisions {

	private static final int REASON = 1000;

	private final OrderPolicy policy;

	OrderDecisions(OrderPolicy policy) {
		this.policy = policy;
	}

	Outcome<OrderEvent> confirm(Order order, Context context) {
		OrderPlaced placed = order.placed();
		if (order.state() != OrderState.APPROVED || placed == null) {
			return Outcome.refused(OrderRefusal.ORDER_NOT_APPROVED, facts(order));
		}
		return Outcome.accepted(new OrderConfirmed(order.number(), context.actor().id(), placed.requestedDelivery()));
	}

	Outcome<OrderEvent> cancel(Order order, @Nullable String why, Context context) {
		return switch (order.state()) {
			case UNKNOWN, REJECTED, CANCELLED -> Outcome.refused(OrderRefusal.ORDER_CLOSED, facts(order));
			case COMPLETED, ARCHIVED -> Outcome.refused(OrderRefusal.CANCELLATION_NEEDS_RETURN, facts(order));
			case CONFIRMED -> Outcome.refused(order.progress().shipped() ? OrderRefusal.CANCELLATION_NEEDS_RETURN
					: OrderRefusal.CANCELLATION_NEEDS_APPROVAL, facts(order));
			case PLACED, RETURNED, APPROVED -> {
				FormReader reader = new FormReader();
				String reason = reader.need("reason", reader.prose("reason", why, REASON));
				List<FieldFault> faults = reader.faults();
				yield faults.isEmpty()
						? Outcome.accepted(new OrderCancelled(order.number(), context.actor().id(), reason))
						: Outcome.refused(OrderRefusal.FIELDS_INVALID, faults);
			}
		};
	}

	Outcome<OrderEvent> archive(Order order, Context context) {
		if (order.state() != OrderState.COMPLETED) {
			return Outcome.refused(OrderRefusal.ORDER_NOT_COMPLETED, facts(order));
		}
		LocalDate retainUntil = this.policy.dateOf(context.now()).plus(this.policy.retention());
		return Outcome.accepted(new OrderArchived(order.number(), retainUntil, context.heads()));
	}

	/** The join of ORD-20: delivered, accepted, settled and closed, in whatever order. */
	List<OrderEvent> completion(Order order) {
		Order.Progress progress = order.progress();
		boolean complete = progress.accepted() && progress.settled() && progress.closed();
		if (order.state() != OrderState.CONFIRMED || !complete || progress.deliveredAt() == null
				|| order.promisedDelivery() == null) {
			return List.of();
		}
		LocalDate deliveredOn = this.policy.dateOf(progress.deliveredAt());
		return List.of(new OrderCompleted(order.number(), order.promisedDelivery(), deliveredOn,
				!deliveredOn.isAfter(order.promisedDelivery())));
	}

	static Map<String, Object> facts(Order order) {
		return Map.of("order", order.number(), "state", order.state().name());
	}

}
