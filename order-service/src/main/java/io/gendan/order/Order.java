package io.gendan.order;

import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.Personal;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.review.Correction;
import org.jspecify.annotations.Nullable;

/**
 * One order as this stage knows it.
 *
 * @param number order number
 * @param state where it stands
 * @param placed what was placed last; null before the first placing
 * @param corrections what the review wants corrected, while returned
 * @param reason why it was rejected or cancelled
 * @param byCustomer whether it is the customer who gave that reason
 * @param promisedDelivery the original promise, since the confirmation (ORD-12)
 * @param retainUntil last day the dossier must be kept, since the archiving (ORD-21)
 * @param progress what the other stages have reported
 * @param cancellation the latest request to give it up after the confirmation, null
 * before the first (ORD-11)
 */
public record Order(String number, OrderState state, @Nullable OrderPlaced placed, List<Correction> corrections,
		@Nullable Personal reason, boolean byCustomer, @Nullable LocalDate promisedDelivery,
		@Nullable LocalDate retainUntil, Progress progress, @Nullable Cancellation cancellation) {

	public Order {
		corrections = List.copyOf(corrections);
	}

	static Order unknown(String number) {
		return new Order(number, OrderState.UNKNOWN, null, List.of(), null, false, null, null, Progress.NONE, null);
	}

	/**
	 * The round of placing.
	 * @return 1 after the first placing, 0 before
	 */
	public int round() {
		return (this.placed != null) ? this.placed.round() : 0;
	}

	Order place(OrderPlaced event) {
		return new Order(this.number, OrderState.PLACED, event, List.of(), null, false, null, null, this.progress,
				this.cancellation);
	}

	Order to(OrderState next) {
		return new Order(this.number, next, this.placed, List.of(), this.reason, this.byCustomer, this.promisedDelivery,
				this.retainUntil, this.progress, this.cancellation);
	}

	Order rejected(Personal why) {
		return closed(OrderState.REJECTED, why, false);
	}

	Order cancelled(OrderCancelled event) {
		return closed(OrderState.CANCELLED, event.reason(), Cancelling.CUSTOMER.equals(event.role()));
	}

	private Order closed(OrderState next, Personal why, boolean customer) {
		return new Order(this.number, next, this.placed, List.of(), why, customer, this.promisedDelivery,
				this.retainUntil, this.progress, this.cancellation);
	}

	Order with(Cancellation changed) {
		return new Order(this.number, this.state, this.placed, this.corrections, this.reason, this.byCustomer,
				this.promisedDelivery, this.retainUntil, this.progress, changed);
	}

	Order returned(List<Correction> wanted) {
		return new Order(this.number, OrderState.RETURNED, this.placed, wanted, null, false, null, null, this.progress,
				this.cancellation);
	}

	Order confirmed(LocalDate promise) {
		return new Order(this.number, OrderState.CONFIRMED, this.placed, List.of(), null, false, promise, null,
				this.progress, this.cancellation);
	}

	Order archived(LocalDate until) {
		return new Order(this.number, OrderState.ARCHIVED, this.placed, List.of(), null, false, this.promisedDelivery,
				until, this.progress, this.cancellation);
	}

	Order with(Progress reported) {
		return new Order(this.number, this.state, this.placed, this.corrections, this.reason, this.byCustomer,
				this.promisedDelivery, this.retainUntil, reported, this.cancellation);
	}

}
