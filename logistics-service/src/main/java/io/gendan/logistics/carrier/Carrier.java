package io.gendan.logistics.carrier;

import java.util.Optional;

import io.gendan.logistics.Quote;

/**
 * A carrier, as an adapter to whatever it offers (LOG-2). An adapter may hang or fail:
 * every call is guarded by {@link ResilientCarrier}. Each bean of this type takes part.
 */
public interface Carrier {

	/**
	 * The code it goes by.
	 * @return upper case, unique among the carriers
	 */
	String code();

	/**
	 * Asks for an offer.
	 * @param request what is to be carried
	 * @return the offer, in the currency asked for, or empty when the carrier does not
	 * take such goods there
	 */
	Optional<Quote> quote(QuoteRequest request);

	/**
	 * Books the transport. Must be idempotent: the same reference again gives the same
	 * waybill and books nothing twice. It books nothing under a reference that was
	 * cancelled, however late the call arrives.
	 * @param request what is to be carried where
	 * @return waybill number
	 */
	String book(BookingRequest request);

	/**
	 * Cancels what is booked under a reference, if anything is. Must be idempotent.
	 * @param reference the reference of the booking
	 */
	void cancel(String reference);

}
