package io.gendan.order.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import io.gendan.contract.Personal;
import io.gendan.contract.review.Correction;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.rest.Call;
import io.gendan.order.Cancellation;
import io.gendan.order.Order;
import io.gendan.order.OrderState;
import io.gendan.order.Progress;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is shown.
 *
 * @param order order number
 * @param state where it stands
 * @param round round of placing
 * @param placed what was placed last
 * @param corrections what is to be corrected, while returned
 * @param reason why it was rejected or cancelled
 * @param promisedDelivery original promise, since the confirmation
 * @param shipped whether goods have left
 * @param deliveredAt when the last goods were signed for
 * @param accepted whether the customer has accepted the goods
 * @param settled whether invoice and receipts match
 * @param aftersalesClosed whether after-sales has nothing open
 * @param cancellation the latest request to give it up after the confirmation (ORD-11)
 * @param retainUntil last day the dossier must be kept, once archived
 */
record OrderView(String order, OrderState state, int round, @Nullable PlacedView placed, List<Correction> corrections,
		@Nullable Personal reason, @Nullable LocalDate promisedDelivery, boolean shipped, @Nullable Instant deliveredAt,
		boolean accepted, boolean settled, boolean aftersalesClosed, @Nullable Cancellation cancellation,
		@Nullable LocalDate retainUntil) {

	/**
	 * How an order is shown to a caller.
	 * @param call who asks
	 * @return the view; a customer does not see what is said about it inside
	 */
	static Function<OrderSnapshot<Order>, OrderView> to(Call call) {
		return (snapshot) -> call.byCustomer() ? forCustomer(snapshot.state()) : of(snapshot.state());
	}

	/** Only what a customer said may be said to a customer. */
	private static OrderView forCustomer(Order order) {
		OrderView inside = of(order);
		return new OrderView(inside.order, inside.state, inside.round, PlacedView.of(order.placed(), false), List.of(),
				order.byCustomer() ? inside.reason : null, inside.promisedDelivery, inside.shipped, inside.deliveredAt,
				inside.accepted, inside.settled, inside.aftersalesClosed, null, null);
	}

	private static OrderView of(Order order) {
		Progress progress = order.progress();
		return new OrderView(order.number(), order.state(), order.round(), PlacedView.of(order.placed(), true),
				order.corrections(), order.reason(), order.promisedDelivery(), progress.shipped(),
				progress.deliveredAt(), progress.accepted(), progress.settled(), progress.closed(),
				order.cancellation(), order.retainUntil());
	}

}
