package io.gendan.order.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.review.Correction;
import io.gendan.messaging.OrderSnapshot;
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

	static OrderView of(OrderSnapshot<Order> snapshot) {
		Order order = snapshot.state();
		Progress progress = order.progress();
		return new OrderView(order.number(), order.state(), order.round(), order.placed(), order.corrections(),
				order.reason(), order.promisedDelivery(), progress.shipped(), progress.deliveredAt(),
				progress.accepted(), progress.settled(), progress.closed(), order.cancellation(), order.retainUntil());
	}

}
