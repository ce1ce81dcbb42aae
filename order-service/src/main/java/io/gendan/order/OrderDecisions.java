package io.gendan.order;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import io.gendan.contract.order.OrderArchived;
import io.gendan.contract.order.OrderCompleted;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;

/** Decides on a placed order: confirmation, completion, archive. */
final class OrderDecisions {

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

	Outcome<OrderEvent> archive(Order order, Context context) {
		if (order.state() != OrderState.COMPLETED) {
			return Outcome.refused(OrderRefusal.ORDER_NOT_COMPLETED, facts(order));
		}
		LocalDate retainUntil = this.policy.dateOf(context.now()).plus(this.policy.retention());
		return Outcome.accepted(new OrderArchived(order.number(), retainUntil, context.heads()));
	}

	/** The join of ORD-20: delivered, accepted, settled and closed, in whatever order. */
	Optional<OrderEvent> completion(Order order) {
		Progress progress = order.progress();
		boolean complete = progress.accepted() && progress.settled() && progress.closed();
		if (order.state() != OrderState.CONFIRMED || !complete || progress.deliveredAt() == null
				|| order.promisedDelivery() == null) {
			return Optional.empty();
		}
		LocalDate deliveredOn = this.policy.dateOf(progress.deliveredAt());
		return Optional.of(new OrderCompleted(order.number(), order.promisedDelivery(), deliveredOn,
				!deliveredOn.isAfter(order.promisedDelivery())));
	}

	static Map<String, Object> facts(Order order) {
		return Map.of("order", order.number(), "state", order.state().name());
	}

}
