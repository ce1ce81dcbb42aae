package io.gendan.aftersales;

import java.time.Instant;

import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * One order after the sale. Every part is kept as it arrives, in any order, since order
 * and delivery are told on different topics.
 *
 * @param order order number
 * @param buyer who ordered, null until the order is heard of
 * @param cancelled whether the order has been cancelled
 * @param delivery what was delivered, null before
 * @param followUpDueAt when the acceptance call is due, null before delivery
 * @param acceptance what the customer accepted, null before
 * @param survey what the customer thinks, null until answered
 * @param closedBecause why the service window has ended, null before
 */
public record Aftersales(String order, @Nullable Buyer buyer, boolean cancelled, @Nullable Delivery delivery,
		@Nullable Instant followUpDueAt, @Nullable Acceptance acceptance, @Nullable Survey survey,
		@Nullable Personal closedBecause) {

	static Aftersales initial(String order) {
		return new Aftersales(order, null, false, null, null, null, null, null);
	}

	Aftersales orderedBy(Buyer latest) {
		return new Aftersales(this.order, latest, this.cancelled, this.delivery, this.followUpDueAt, this.acceptance,
				this.survey, this.closedBecause);
	}

	Aftersales cancel() {
		return new Aftersales(this.order, this.buyer, true, this.delivery, this.followUpDueAt, this.acceptance,
				this.survey, this.closedBecause);
	}

	Aftersales delivered(Delivery latest) {
		return new Aftersales(this.order, this.buyer, this.cancelled, latest, this.followUpDueAt, this.acceptance,
				this.survey, this.closedBecause);
	}

	Aftersales askedToAccept(Instant dueAt) {
		return new Aftersales(this.order, this.buyer, this.cancelled, this.delivery, dueAt, this.acceptance,
				this.survey, this.closedBecause);
	}

	Aftersales accepted(Acceptance given) {
		return new Aftersales(this.order, this.buyer, this.cancelled, this.delivery, this.followUpDueAt, given,
				this.survey, this.closedBecause);
	}

	Aftersales answered(Survey given) {
		return new Aftersales(this.order, this.buyer, this.cancelled, this.delivery, this.followUpDueAt,
				this.acceptance, given, this.closedBecause);
	}

	Aftersales closed(Personal reason) {
		return new Aftersales(this.order, this.buyer, this.cancelled, this.delivery, this.followUpDueAt,
				this.acceptance, this.survey, reason);
	}

	/**
	 * Where the order stands. Goods that are there count more than a cancellation.
	 * @return the state
	 */
	public AftersalesState state() {
		if (this.closedBecause != null) {
			return AftersalesState.CLOSED;
		}
		if (this.acceptance != null) {
			return AftersalesState.ACCEPTED;
		}
		if (this.followUpDueAt != null) {
			return AftersalesState.DELIVERED;
		}
		return this.cancelled ? AftersalesState.CANCELLED : AftersalesState.AWAITING_DELIVERY;
	}

}
