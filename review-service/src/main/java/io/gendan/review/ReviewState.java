package io.gendan.review;

/** Where the review of an order stands (REV-4). */
public enum ReviewState {

	/** Nothing has been placed yet. */
	AWAITED,

	/** Waits for a reviewer; the clock runs. */
	OPEN,

	/** May be confirmed by the customer. */
	APPROVED,

	/** Ends here. */
	REJECTED,

	/** Back with the salesperson; the clock stands still until it is placed again. */
	RETURNED,

	/** The order has been cancelled. */
	WITHDRAWN

}
