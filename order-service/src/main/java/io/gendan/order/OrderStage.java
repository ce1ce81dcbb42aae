package io.gendan.order;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;
import io.gendan.contract.aftersales.AftersalesClosed;
import io.gendan.contract.aftersales.GoodsAccepted;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.order.OrderArchived;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderCompleted;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.stage.Context;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Outcome;
import io.gendan.stage.Stage;

/**
 * The first and the last stage of an order: entry, confirmation, completion, archive
 * (ORD).
 */
public final class OrderStage implements Stage<Order, OrderCommand, OrderEvent> {

	private static final int REASON = 1000;

	private final OrderPolicy policy;

	private final Placing placing;

	/**
	 * The stage under a policy.
	 * @param policy the numbers to decide by
	 */
	public OrderStage(OrderPolicy policy) {
		this.policy = policy;
		this.placing = new Placing(policy);
	}

	@Override
	public Service service() {
		return Service.ORDER;
	}

	@Override
	public Order initial(String order) {
		return Order.unknown(order);
	}

	@Override
	public Set<Class<? extends GendanEvent>> listensTo() {
		return Set.of(OrderApproved.class, OrderRejected.class, OrderReturnedForCorrection.class, GoodsShipped.class,
				GoodsDelivered.class, OrderSettled.class, GoodsAccepted.class, AftersalesClosed.class);
	}

	@Override
	public boolean opens(OrderCommand command) {
		return command instanceof OrderCommand.Place;
	}

	@Override
	public Order evolve(Order order, GendanEvent event) {
		return (event instanceof OrderEvent own) ? own(order, own) : received(order, event);
	}

	private static Order own(Order order, OrderEvent event) {
		return switch (event) {
			case OrderPlaced placed -> order.place(placed);
			case OrderConfirmed confirmed -> order.confirmed(confirmed.promisedDelivery());
			case OrderCancelled cancelled -> order.closed(OrderState.CANCELLED, cancelled.reason());
			case OrderCompleted _ -> order.to(OrderState.COMPLETED);
			case OrderArchived archived -> order.archived(archived.retainUntil());
		};
	}

	/** A verdict of the review counts only for the round it was given on. */
	private static Order received(Order order, GendanEvent event) {
		boolean inReview = order.state() == OrderState.PLACED;
		return switch (event) {
			case OrderApproved approved when inReview && approved.round() == order.round() ->
				order.to(OrderState.APPROVED);
			case OrderRejected rejected when inReview && rejected.round() == order.round() ->
				order.closed(OrderState.REJECTED, rejected.reason());
			case OrderReturnedForCorrection returned when inReview && returned.round() == order.round() ->
				order.returned(returned.corrections());
			case GoodsShipped _ -> order.with(order.progress().afterShipping());
			case GoodsDelivered delivered -> order.with(order.progress().afterDelivery(delivered.at()));
			case GoodsAccepted _ -> order.with(order.progress().afterAcceptance());
			case OrderSettled _ -> order.with(order.progress().afterSettlement());
			case AftersalesClosed _ -> order.with(order.progress().afterClosing());
			default -> order;
		};
	}

	@Override
	public Outcome<OrderEvent> decide(Order order, OrderCommand command, Context context) {
		return switch (command) {
			case OrderCommand.Place(OrderForm form) -> this.placing.place(order, form, context);
			case OrderCommand.PlaceAgain(OrderForm form) -> this.placing.placeAgain(order, form, context);
			case OrderCommand.Confirm _ -> confirm(order, context);
			case OrderCommand.Cancel cancel -> cancel(order, cancel, context);
			case OrderCommand.Archive _ -> archive(order, context);
		};
	}

	private static Outcome<OrderEvent> confirm(Order order, Context context) {
		OrderPlaced placed = order.placed();
		if (order.state() != OrderState.APPROVED || placed == null) {
			return Outcome.refused(OrderRefusal.ORDER_NOT_APPROVED, facts(order));
		}
		return Outcome.accepted(new OrderConfirmed(order.number(), context.actor().id(), placed.requestedDelivery()));
	}

	private static Outcome<OrderEvent> cancel(Order order, OrderCommand.Cancel cancel, Context context) {
		return switch (order.state()) {
			case UNKNOWN, REJECTED, CANCELLED -> Outcome.refused(OrderRefusal.ORDER_CLOSED, facts(order));
			case COMPLETED, ARCHIVED -> Outcome.refused(OrderRefusal.CANCELLATION_NEEDS_RETURN, facts(order));
			case CONFIRMED -> Outcome.refused(order.progress().shipped() ? OrderRefusal.CANCELLATION_NEEDS_RETURN
					: OrderRefusal.CANCELLATION_NEEDS_APPROVAL, facts(order));
			case PLACED, RETURNED, APPROVED -> {
				FormReader reader = new FormReader();
				String reason = reader.need("reason", reader.prose("reason", cancel.reason(), REASON));
				List<FieldFault> faults = reader.faults();
				yield faults.isEmpty()
						? Outcome.accepted(new OrderCancelled(order.number(), context.actor().id(), reason))
						: Outcome.refused(OrderRefusal.FIELDS_INVALID, faults);
			}
		};
	}

	private Outcome<OrderEvent> archive(Order order, Context context) {
		if (order.state() != OrderState.COMPLETED) {
			return Outcome.refused(OrderRefusal.ORDER_NOT_COMPLETED, facts(order));
		}
		LocalDate retainUntil = this.policy.dateOf(context.now()).plus(this.policy.retention());
		return Outcome.accepted(new OrderArchived(order.number(), retainUntil, context.heads()));
	}

	/** The join of ORD-20: delivered, accepted, settled and closed, in whatever order. */
	@Override
	public List<OrderEvent> react(Order order, GendanEvent received, Context context) {
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

	@Override
	public Map<String, Object> summary(Order order) {
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("state", order.state().name());
		OrderPlaced placed = order.placed();
		if (placed != null) {
			summary.put("round", placed.round());
			summary.put("customerId", placed.customer().id());
			summary.put("customerName", placed.customer().name());
			summary.put("currency", placed.total().currency());
			summary.put("amount", placed.total().amount().toPlainString());
			summary.put("lines", placed.lines().size());
			summary.put("paymentTerms", placed.paymentTerms().name());
			summary.put("requestedDelivery", placed.requestedDelivery().toString());
			summary.put("enteredBy", placed.enteredBy());
		}
		if (order.promisedDelivery() != null) {
			summary.put("promisedDelivery", order.promisedDelivery().toString());
		}
		return summary;
	}

	private static Map<String, Object> facts(Order order) {
		return Map.of("order", order.number(), "state", order.state().name());
	}

}
