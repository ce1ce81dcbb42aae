package io.gendan.order;

/** Where an order stands in this stage. */
public enum OrderState {

	/** Nothing has happened yet. */
	UNKNOWN,

	/** Placed, in review. */
	PLACED,

	/** Back for correction; may be placed again. */
	RETURNED,

	/** Refused by the review; final. */
	REJECTED,

	/** Reviewed, waits for the customer's confirmation. */
	APPROVED,

	/** Formal and frozen, in work. */
	CONFIRMED,

	/** Cancelled before confirmation; final. */
	CANCELLED,

	/** Accepted, settled, nothing open. */
	COMPLETED,

	/** The dossier is closed and kept; final. */
	ARCHIVED

}
