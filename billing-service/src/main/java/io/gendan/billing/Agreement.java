package io.gendan.billing;

import io.gendan.contract.order.OrderPlaced;
import org.jspecify.annotations.Nullable;

/**
 * What the other stages have told about an order, in whatever order it became known.
 *
 * @param placed the order as last placed, null until known
 * @param confirmed whether the customer has confirmed: the order is frozen (ORD-9)
 * @param cancelled whether it was cancelled (ORD-11)
 * @param archived whether its dossier is closed (ORD-21)
 * @param delivered what arrived of the goods (LOG-6)
 */
record Agreement(@Nullable OrderPlaced placed, boolean confirmed, boolean cancelled, boolean archived,
		DeliveredGoods delivered) {

	static final Agreement UNKNOWN = new Agreement(null, false, false, false, DeliveredGoods.NONE);

	Agreement withPlaced(OrderPlaced again) {
		boolean newer = this.placed == null || (!this.confirmed && again.round() > this.placed.round());
		return newer ? new Agreement(again, this.confirmed, this.cancelled, this.archived, this.delivered) : this;
	}

	Agreement withConfirmation() {
		return new Agreement(this.placed, true, this.cancelled, this.archived, this.delivered);
	}

	Agreement withCancellation() {
		return new Agreement(this.placed, this.confirmed, true, this.archived, this.delivered);
	}

	Agreement withArchive() {
		return new Agreement(this.placed, this.confirmed, this.cancelled, true, this.delivered);
	}

	Agreement with(DeliveredGoods changed) {
		return new Agreement(this.placed, this.confirmed, this.cancelled, this.archived, changed);
	}

	/** Whether it is known what becomes of the order: formal, or given up. */
	boolean decided() {
		return this.confirmed || this.cancelled;
	}

}
