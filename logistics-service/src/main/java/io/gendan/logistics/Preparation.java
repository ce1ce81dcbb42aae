package io.gendan.logistics;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
 * @param parcels package list, null until packed, and again when the goods came back
 * @param released whether billing lets the goods leave
 * @param cancelled whether the order was cancelled
 * @param stop the stop that holds the goods back, null if none does (ORD-11)
 */
record Preparation(@Nullable OrderPlaced placed, @Nullable LocalDate promised, @Nullable List<Parcel> parcels,
		boolean released, boolean cancelled, @Nullable Stop stop) {

	static final Preparation NOTHING = new Preparation(null, null, null, false, false, null);

	Preparation withPlaced(OrderPlaced again) {
		boolean newer = this.placed == null || again.round() > this.placed.round();
		return newer ? new Preparation(again, this.promised, this.parcels, this.released, this.cancelled, this.stop)
				: this;
	}

	Preparation withPromise(LocalDate delivery) {
		return new Preparation(this.placed, delivery, this.parcels, this.released, this.cancelled, this.stop);
	}

	Preparation withParcels(@Nullable List<Parcel> packed) {
		return new Preparation(this.placed, this.promised, packed, this.released, this.cancelled, this.stop);
	}

	Preparation withRelease(boolean may) {
		return new Preparation(this.placed, this.promised, this.parcels, may, this.cancelled, this.stop);
	}

	Preparation withCancellation() {
		return new Preparation(this.placed, this.promised, this.parcels, this.released, true, this.stop);
	}

	/** Nothing leaves from here on, also before the order itself is cancelled. */
	Preparation withStop(int attempt) {
		return with(new Stop(attempt, false));
	}

	Preparation afterStop(int attempt) {
		return with(new Stop(attempt, true));
	}

	/**
	 * A new request to cancel can only come when an earlier stop has been overtaken: the
	 * order no longer takes its answer.
	 */
	Preparation withRequest(int attempt) {
		return (this.stop != null && this.stop.attempt() < attempt) ? with(null) : this;
	}

	private Preparation with(@Nullable Stop changed) {
		return new Preparation(this.placed, this.promised, this.parcels, this.released, this.cancelled, changed);
	}

	/** Whether the order was cancelled, or its dispatch stopped for that. */
	boolean givenUp() {
		return this.cancelled || this.stop != null;
	}

	/** The request to cancel that waits for the answer that nothing has left. */
	Optional<Integer> unansweredStop() {
		return Optional.ofNullable(this.stop).filter((it) -> !it.answered()).map(Stop::attempt);
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

	/**
	 * An order to let nothing leave.
	 *
	 * @param attempt the request to cancel it was given for
	 * @param answered whether it is answered that nothing has left
	 */
	record Stop(int attempt, boolean answered) {
	}

}
