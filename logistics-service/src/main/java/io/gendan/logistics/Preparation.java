package io.gendan.logistics;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.gendan.contract.fulfillment.Parcel;
import io.gendan.contract.order.OrderPlaced;
import org.jspecify.annotations.Nullable;

/**
 * What the other stages have told about an order, in whatever order it became known
 * (LOG-1).
 *
 * @param placed the order as last placed, null until known
 * @param promised promised delivery, null until the customer has confirmed
 * @param parcels package list, null until packed
 * @param released whether billing lets the goods leave
 * @param cancelled whether the order was cancelled
 */
record Preparation(@Nullable OrderPlaced placed, @Nullable LocalDate promised, @Nullable List<Parcel> parcels,
		boolean released, boolean cancelled) {

	static final Preparation NOTHING = new Preparation(null, null, null, false, false);

	Preparation withPlaced(OrderPlaced again) {
		boolean newer = this.placed == null || again.round() > this.placed.round();
		return newer ? new Preparation(again, this.promised, this.parcels, this.released, this.cancelled) : this;
	}

	Preparation withPromise(LocalDate delivery) {
		return new Preparation(this.placed, delivery, this.parcels, this.released, this.cancelled);
	}

	Preparation withParcels(List<Parcel> packed) {
		return new Preparation(this.placed, this.promised, packed, this.released, this.cancelled);
	}

	Preparation withRelease() {
		return new Preparation(this.placed, this.promised, this.parcels, true, this.cancelled);
	}

	Preparation withCancellation() {
		return new Preparation(this.placed, this.promised, this.parcels, this.released, true);
	}

	Set<AwaitedFact> awaited() {
		Set<AwaitedFact> awaited = EnumSet.noneOf(AwaitedFact.class);
		if (this.placed == null) {
			awaited.add(AwaitedFact.PLACED);
		}
		if (this.parcels == null) {
			awaited.add(AwaitedFact.PACKED);
		}
		if (!this.released) {
			awaited.add(AwaitedFact.RELEASED);
		}
		return awaited;
	}

}
