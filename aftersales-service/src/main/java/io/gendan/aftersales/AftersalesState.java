package io.gendan.aftersales;

/** Where an order stands after the sale (AFT-1, AFT-7). */
public enum AftersalesState {

	/** The goods are not there yet. */
	AWAITING_DELIVERY,

	/** Delivered; the customer is asked to accept. */
	DELIVERED,

	/** Accepted; the service window is open. */
	ACCEPTED,

	/** The service window has ended. */
	CLOSED,

	/** Cancelled before delivery: nothing to follow up. */
	CANCELLED

}
