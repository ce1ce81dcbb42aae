package io.gendan.order.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import io.gendan.contract.order.Customer;
import io.gendan.contract.order.OrderPlaced;
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
record OrderView(String order, OrderState state, int round, @Nullable OrderPlaced placed, List<Correction> corrections,
		@Nullable String reason, @Nullable LocalDate promisedDelivery, boolean shipped, @Nullable Instant deliveredAt,
		boolean accepted, boolean settled, boolean aftersalesClosed, @Nullable Cancellation cancellation,
		@Nullable LocalDate retainUntil) {

	/**
	 * How an order is shown to a caller.
	 * @param call who asks
	 * @return the view; a customer does not see what is said about it inside
	 */
	static Function<OrderSnapshot<Order>, OrderView> to(Call call) {
		return (snapshot) -> call.byCustomer() ? of(snapshot).forCustomer() : of(snapshot);
	}

	private OrderView forCustomer() {
		return new OrderView(this.order, this.state, this.round, (this.placed != null) ? ungraded(this.placed) : null,
				List.of(), reasonOfCustomer(), this.promisedDelivery, this.shipped, this.deliveredAt, this.accepted,
				this.settled, this.aftersalesClosed, null, null);
	}

	/** Only what a customer said may be said to a customer. */
	private @Nullable String reasonOfCustomer() {
		boolean said = this.state == OrderState.CANCELLED && this.cancellation != null
				&& this.cancellation.request().role().equals("customer");
		return said ? this.reason : null;
	}

	private static OrderPlaced ungraded(OrderPlaced placed) {
		Customer customer = placed.customer();
		return new OrderPlaced(placed.order(), placed.round(), placed.receivedAt(), placed.channel(),
				placed.enteredBy(),
				new Customer(customer.id(), customer.name(), customer.contact(), customer.phone(),
						customer.creditCode(), null),
				placed.shipTo(), placed.lines(), placed.total(), placed.requestedDelivery(), placed.deliveryMethod(),
				placed.packaging(), placed.paymentTerms(), placed.invoice(), placed.remarks(), placed.keyPoints());
	}

	private static OrderView of(OrderSnapshot<Order> snapshot) {
		Order order = snapshot.state();
		Progress progress = order.progress();
		return new OrderView(order.number(), order.state(), order.round(), order.placed(), order.corrections(),
				order.reason(), order.promisedDelivery(), progress.shipped(), progress.deliveredAt(),
				progress.accepted(), progress.settled(), progress.closed(), order.cancellation(), order.retainUntil());
	}

}
