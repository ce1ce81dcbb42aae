package io.gendan.order;

import java.util.List;

import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.order.OrderCheck.Checked;
import io.gendan.stage.Context;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Outcome;

/** Decides on placing an order, the first time and again (ORD-4, REV-4). */
final class Placing {

	private final OrderPolicy policy;

	Placing(OrderPolicy policy) {
		this.policy = policy;
	}

	Outcome<OrderEvent> place(Order order, OrderForm form, Known known, Context context) {
		OrderPlaced before = order.placed();
		if (before != null && repeats(before, form, known, context)) {
			return Outcome.refused(OrderRefusal.ORDER_ALREADY_PLACED, OrderDecisions.facts(order));
		}
		List<FieldFault> reserved = (before == null) ? OrderCheck.reserved(order.number()) : List.of();
		return switch (check(order, form, known, 1, context).with(reserved)) {
			case Checked.Faulty faulty -> Outcome.refused(OrderRefusal.FIELDS_INVALID, faulty.faults());
			case Checked.Sound sound when before == null -> Outcome.accepted(sound.placed());
			case Checked.Sound _ -> Outcome.refused(OrderRefusal.ORDER_NUMBER_TAKEN, OrderDecisions.facts(order));
		};
	}

	Outcome<OrderEvent> placeAgain(Order order, OrderForm form, Known known, Context context) {
		if (order.state() != OrderState.RETURNED) {
			return Outcome.refused(OrderRefusal.ORDER_NOT_RETURNED, OrderDecisions.facts(order));
		}
		return switch (check(order, form, known, order.round() + 1, context)) {
			case Checked.Faulty faulty -> Outcome.refused(OrderRefusal.FIELDS_INVALID, faulty.faults());
			case Checked.Sound sound -> Outcome.accepted(sound.placed());
		};
	}

	private Checked check(Order order, OrderForm form, Known known, int round, Context context) {
		Naming naming = new Naming(this.policy, form, known, order.placed(), context.privacy());
		return OrderCheck
			.check(this.policy, order.number(), form, naming.inherited(), round, context.actor().id(), context.now())
			.with(naming.faults());
	}

	private boolean repeats(OrderPlaced placed, OrderForm form, Known known, Context context) {
		Repeat repeat = new Repeat(form, context.privacy().opened(placed));
		Checked checked = OrderCheck.check(this.policy, placed.order(), form, repeat.inherited(known), placed.round(),
				context.actor().id(), context.now());
		return checked instanceof Checked.Sound(OrderPlaced now) && repeat.isSame(now);
	}

}
