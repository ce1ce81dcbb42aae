package io.gendan.order;

import java.time.Instant;
import java.time.LocalDate;

import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;

/** Decides on placing an order, the first time and again (ORD-4, REV-4). */
final class Placing {

	private final OrderPolicy policy;

	Placing(OrderPolicy policy) {
		this.policy = policy;
	}

	Outcome<OrderEvent> place(Order order, OrderForm form, Context context) {
		OrderCheck.Checked checked = check(order, form, 1, context);
		return switch ((order.placed() == null) ? OrderCheck.unreserved(order.number(), checked) : checked) {
			case OrderCheck.Checked.Faulty faulty -> Outcome.refused(OrderRefusal.FIELDS_INVALID, faulty.faults());
			case OrderCheck.Checked.Sound sound when order.placed() == null -> Outcome.accepted(sound.placed());
			case OrderCheck.Checked.Sound sound -> known(order, order.placed(), sound.placed(), form, context);
		};
	}

	Outcome<OrderEvent> placeAgain(Order order, OrderForm form, Context context) {
		if (order.state() != OrderState.RETURNED) {
			return Outcome.refused(OrderRefusal.ORDER_NOT_RETURNED, OrderDecisions.facts(order));
		}
		return switch (check(order, form, order.round() + 1, context)) {
			case OrderCheck.Checked.Faulty faulty -> Outcome.refused(OrderRefusal.FIELDS_INVALID, faulty.faults());
			case OrderCheck.Checked.Sound sound -> Outcome.accepted(sound.placed());
		};
	}

	private OrderCheck.Checked check(Order order, OrderForm form, int round, Context context) {
		return OrderCheck.check(this.policy, order.number(), form, round, context.actor().id(), context.now());
	}

	/**
	 * Tells a repeated order from a number used twice. Who entered it does not matter,
	 * nor when it was received and what follows from that, if the form does not say so:
	 * tomorrow's export of the same order is the same order (ORD-6).
	 */
	private static Outcome<OrderEvent> known(Order order, OrderPlaced before, OrderPlaced now, OrderForm form,
			Context context) {
		Instant receivedAt = (form.receivedAt() != null) ? now.receivedAt() : before.receivedAt();
		LocalDate requested = (form.requestedDelivery() != null) ? now.requestedDelivery() : before.requestedDelivery();
		OrderPlaced comparable = new OrderPlaced(now.order(), before.round(), receivedAt, now.channel(),
				before.enteredBy(), now.customer(), now.shipTo(), now.lines(), now.total(), requested,
				now.deliveryMethod(), now.packaging(), now.paymentTerms(), now.invoice(), now.remarks(),
				now.keyPoints());
		return Outcome.refused(comparable.equals(context.privacy().opened(before)) ? OrderRefusal.ORDER_ALREADY_PLACED
				: OrderRefusal.ORDER_NUMBER_TAKEN, OrderDecisions.facts(order));
	}

}
