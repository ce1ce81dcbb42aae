package io.gendan.order;

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
import io.gendan.stage.Outcome;
import io.gendan.stage.Stage;

/**
 * The first and the last stage of an order: entry, confirmation, completion, archive
 * (ORD).
 */
public final class OrderStage implements Stage<Order, OrderCommand, OrderEvent> {

	private final Placing placing;

	private final OrderDecisions decisions;

	/**
	 * The stage under a policy.
	 * @param policy the numbers to decide by
	 */
	public OrderStage(OrderPolicy policy) {
		this.placing = new Placing(policy);
		this.decisions = new OrderDecisions(policy);
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
			case OrderCommand.Confirm _ -> this.decisions.confirm(order, context);
			case OrderCommand.Cancel(String reason) -> this.decisions.cancel(order, reason, context);
			case OrderCommand.Archive _ -> this.decisions.archive(order, context);
		};
	}

	@Override
	public List<OrderEvent> react(Order order, GendanEvent received, Context context) {
		return this.decisions.completion(order);
	}

	@Override
	public Map<String, Object> summary(Order order) {
		return OrderSummary.of(order);
	}

}
