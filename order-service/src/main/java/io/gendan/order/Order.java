package io.gendan.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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
 * @param promisedDelivery the original promise, since the confirmation (ORD-12)
 * @param retainUntil last day the dossier must be kept, since the archiving (ORD-21)
 * @param progress what the other stages have reported
 */
public record Order(String number, OrderState state, @Nullable OrderPlaced placed, List<Correction> corrections,
		@Nullable String reason, @Nullable LocalDate promisedDelivery, @Nullable LocalDate retainUntil,
		Progress progress) {

	public Order {
		corrections = List.copyOf(corrections);
	}

	static Order unknown(String number) {
		return new Order(number, OrderState.UNKNOWN, null, List.of(), null, null, null, Progress.NONE);
	}

	/**
	 * The round of placing.
	 * @return 1 after the first placing, 0 before
	 */
	public int round() {
		return (this.placed != null) ? this.placed.round() : 0;
	}

	Order place(OrderPlaced event) {
		return new Order(this.number, OrderState.PLACED, event, List.of(), null, null, null, this.progress);
	}

	Order to(OrderState next) {
		return new Order(this.number, next, this.placed, List.of(), this.reason, this.promisedDelivery,
				this.retainUntil, this.progress);
	}

	Order closed(OrderState next, String why) {
		return new Order(this.number, next, this.placed, List.of(), why, this.promisedDelivery, this.retainUntil,
				this.progress);
	}

	Order returned(List<Correction> wanted) {
		return new Order(this.number, OrderState.RETURNED, this.placed, wanted, null, null, null, this.progress);
	}

	Order confirmed(LocalDate promise) {
		return new Order(this.number, OrderState.CONFIRMED, this.placed, List.of(), null, promise, null, this.progress);
	}

	Order archived(LocalDate until) {
		return new Order(this.number, OrderState.ARCHIVED, this.placed, List.of(), null, this.promisedDelivery, until,
				this.progress);
	}

	Order with(Progress reported) {
		return new Order(this.number, this.state, this.placed, this.corrections, this.reason, this.promisedDelivery,
				this.retainUntil, reported);
	}

	/**
	 * What the other stages have reported, in whatever order it arrived.
	 *
	 * @param shipped whether goods have left
	 * @param deliveredAt when the last goods were signed for
	 * @param accepted whether the customer has accepted the goods
	 * @param settled whether invoice and receipts match
	 * @param closed whether after-sales has nothing open any more
	 */
	public record Progress(boolean shipped, @Nullable Instant deliveredAt, boolean accepted, boolean settled,
			boolean closed) {

		static final Progress NONE = new Progress(false, null, false, false, false);

		Progress afterShipping() {
			return new Progress(true, this.deliveredAt, this.accepted, this.settled, this.closed);
		}

		Progress afterDelivery(Instant at) {
			Instant last = (this.deliveredAt != null && this.deliveredAt.isAfter(at)) ? this.deliveredAt : at;
			return new Progress(true, last, this.accepted, this.settled, this.closed);
		}

		Progress afterAcceptance() {
			return new Progress(this.shipped, this.deliveredAt, true, this.settled, this.closed);
		}

		Progress afterSettlement() {
			return new Progress(this.shipped, this.deliveredAt, this.accepted, true, this.closed);
		}

		Progress afterClosing() {
			return new Progress(this.shipped, this.deliveredAt, this.accepted, this.settled, true);
		}

	}

}
