package io.gendan.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;
import io.gendan.contract.aftersales.AftersalesClosed;
import io.gendan.contract.aftersales.GoodsAccepted;
import io.gendan.contract.billing.DifferencesDecided;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.ReceiptReversed;
import io.gendan.contract.fulfillment.GoodsPacked;
import io.gendan.contract.fulfillment.ProductionProgressed;
import io.gendan.contract.logistics.DispatchStopped;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.GoodsReturned;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.order.CancellationOvertaken;
import io.gendan.contract.order.CancellationRequested;
import io.gendan.contract.order.OrderArchived;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderCompleted;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.StopOrdered;
import io.gendan.contract.review.CancellationApproved;
import io.gendan.contract.review.CancellationRejected;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.order.Cancellation.Step;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.Stage;

/**
 * The first and the last stage of an order: entry, confirmation, completion, archive
 * (ORD).
 */
public final class OrderStage implements Stage<Order, OrderCommand, OrderEvent> {

	private final Placing placing;

	private final OrderDecisions decisions;

	private final Cancelling cancelling;

	/**
	 * The stage under a policy.
	 * @param policy the numbers to decide by
	 */
	public OrderStage(OrderPolicy policy) {
		this.placing = new Placing(policy);
		this.decisions = new OrderDecisions(policy);
		this.cancelling = new Cancelling(policy);
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
		return Set.of(OrderApproved.class, OrderRejected.class, OrderReturnedForCorrection.class,
				CancellationApproved.class, CancellationRejected.class, ProductionProgressed.class, GoodsPacked.class,
				PaymentReceived.class, ReceiptReversed.class, DifferencesDecided.class, DispatchStopped.class,
				GoodsShipped.class, GoodsReturned.class, GoodsDelivered.class, OrderSettled.class, GoodsAccepted.class,
				AftersalesClosed.class);
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
			case CancellationRequested requested -> order.with(new Cancellation(requested, Step.REQUESTED));
			case StopOrdered _ -> cancelling(order, (latest) -> latest.to(Step.STOP_ORDERED));
			case CancellationOvertaken _ -> cancelling(order, (latest) -> latest.to(Step.OVERTAKEN));
			case OrderCancelled _ when order.state() == OrderState.REJECTED -> order;
			case OrderCancelled cancelled -> order.cancelled(cancelled);
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
				order.rejected(rejected.reason());
			case OrderReturnedForCorrection returned when inReview && returned.round() == order.round() ->
				order.returned(returned.corrections());
			case CancellationApproved approved ->
				cancelling(order, (latest) -> latest.decided(approved.attempt(), Step.APPROVED));
			case CancellationRejected rejected ->
				cancelling(order, (latest) -> latest.decided(rejected.attempt(), Step.REJECTED));
			case DispatchStopped stopped -> cancelling(order, (latest) -> latest.stopped(stopped.attempt()));
			default -> reopened(order.with(progress(order.progress(), event)));
		};
	}

	/** A completed order is in work again while its settlement is undone (BIL-3). */
	private static Order reopened(Order order) {
		boolean undone = order.state() == OrderState.COMPLETED && !order.progress().settled();
		return undone ? order.to(OrderState.CONFIRMED) : order;
	}

	private static Order cancelling(Order order, UnaryOperator<Cancellation> step) {
		Cancellation latest = order.cancellation();
		return (latest != null) ? order.with(step.apply(latest)) : order;
	}

	private static Progress progress(Progress progress, GendanEvent event) {
		return switch (event) {
			case ProductionProgressed progressed -> progress.afterProduction(progressed.percent());
			case GoodsPacked _ -> progress.afterPacking();
			case PaymentReceived received -> progress.afterReceipt(received.amount());
			case ReceiptReversed reversed -> progress.afterReversal(reversed);
			case DifferencesDecided _ -> progress.afterDifferences();
			case GoodsShipped _ -> progress.afterShipping();
			case GoodsReturned _ -> progress.afterReturn();
			case GoodsDelivered delivered -> progress.afterDelivery(delivered.at());
			case GoodsAccepted _ -> progress.afterAcceptance();
			case OrderSettled _ -> progress.afterSettlement();
			case AftersalesClosed _ -> progress.afterClosing();
			default -> progress;
		};
	}

	@Override
	public Outcome<OrderEvent> decide(Order order, OrderCommand command, Context context) {
		return switch (command) {
			case OrderCommand.Place(OrderForm form, Known known) -> this.placing.place(order, form, known, context);
			case OrderCommand.PlaceAgain(OrderForm form, Known known) ->
				this.placing.placeAgain(order, form, known, context);
			case OrderCommand.Confirm _ -> this.decisions.confirm(order, context);
			case OrderCommand.Cancel cancel -> this.cancelling.cancel(order, cancel, context);
			case OrderCommand.RequestCancellation request -> this.cancelling.request(order, request, context);
			case OrderCommand.Archive _ -> this.decisions.archive(order, context);
		};
	}

	/**
	 * All stages undo a rejected order as they undo a cancelled one; here it stays what
	 * it is.
	 */
	@Override
	public List<OrderEvent> react(Order order, GendanEvent received, Context context) {
		if (received instanceof OrderRejected rejected && order.state() == OrderState.REJECTED
				&& rejected.round() == order.round()) {
			return List.of(new OrderCancelled(order.number(), rejected.rejectedBy(), rejected.reason()));
		}
		List<OrderEvent> events = new ArrayList<>();
		Order current = order;
		Optional<OrderEvent> next = next(current);
		while (next.isPresent()) {
			events.add(next.get());
			current = own(current, next.get());
			next = next(current);
		}
		return events;
	}

	/** The next step, by the state alone: the facts may come in any order. */
	private Optional<OrderEvent> next(Order order) {
		return Cancelling.next(order).or(() -> this.decisions.completion(order));
	}

	@Override
	public Optional<Owner> owner(Order order) {
		return Optional.ofNullable(order.placed())
			.map((placed) -> new Owner(placed.customer().id(), placed.enteredBy()));
	}

	@Override
	public List<Column> columns() {
		return OrderSummary.COLUMNS;
	}

	@Override
	public Map<String, Object> summary(Order order) {
		return OrderSummary.of(order);
	}

}
