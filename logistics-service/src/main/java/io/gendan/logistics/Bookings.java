package io.gendan.logistics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.gendan.contract.logistics.BookingCancelled;
import io.gendan.contract.logistics.TransportOrdered;
import io.gendan.contract.logistics.TransportRefused;
import org.jspecify.annotations.Nullable;

/**
 * What has been asked of carriers for one order (LOG-3). An order of transport is pending
 * until the carrier has answered; one that is given up before may have been booked all
 * the same, so it is unused until the carrier has cancelled it.
 *
 * @param attempts orders of transport so far
 * @param pending the one that waits for the carrier's answer, null if none does
 * @param unused those given up that the carrier may have booked
 * @param refusal why the last one came to nothing, null if it did not
 * @param taken the one by which the goods left last, null if they left without one or not
 * yet
 */
public record Bookings(int attempts, @Nullable TransportOrdered pending, List<TransportOrdered> unused,
		@Nullable TransportRefused refusal, @Nullable TransportOrdered taken) {

	static final Bookings NONE = new Bookings(0, null, List.of(), null, null);

	/** Keeps a copy of the list. */
	public Bookings {
		unused = List.copyOf(unused);
	}

	/**
	 * The key of an order of transport with the carrier: the same again is the same
	 * booking.
	 * @param ordered an order of transport
	 * @return a text that no other order of transport has
	 */
	public static String key(TransportOrdered ordered) {
		return ordered.order() + "-" + ordered.attempt();
	}

	Optional<TransportOrdered> pending(int attempt) {
		return Optional.ofNullable(this.pending).filter((ordered) -> ordered.attempt() == attempt);
	}

	Optional<TransportOrdered> unused(int attempt) {
		return this.unused.stream().filter((ordered) -> ordered.attempt() == attempt).findFirst();
	}

	Bookings with(TransportOrdered ordered) {
		return new Bookings(ordered.attempt(), ordered, givenUp().unused, null, this.taken);
	}

	/** Also who declines may have booked, by a call before that was cut off. */
	Bookings with(TransportRefused refused) {
		Bookings rest = givenUp();
		return new Bookings(rest.attempts, null, rest.unused, refused, rest.taken);
	}

	Bookings with(BookingCancelled cancelled) {
		return new Bookings(this.attempts, this.pending,
				this.unused.stream().filter((ordered) -> ordered.attempt() != cancelled.attempt()).toList(),
				this.refusal, this.taken);
	}

	Bookings answered() {
		return new Bookings(this.attempts, null, this.unused, this.refusal, this.pending);
	}

	/** Goods whose waybill was written by hand have left: nobody gives that up. */
	boolean leftByHand() {
		return this.pending != null && this.pending.waybill() != null;
	}

	Bookings givenUp() {
		return (this.pending == null || leftByHand()) ? this : new Bookings(this.attempts, null,
				Stream.concat(this.unused.stream(), Stream.of(this.pending)).toList(), this.refusal, this.taken);
	}

}
