package io.gendan.billing;

/** Where an order stands at this stage. */
public enum BillingPhase {

	/** Not yet confirmed: nothing is asked for. */
	WAITING,

	/** The customer has been asked to pay and something is outstanding. */
	PAYMENT_DUE,

	/** As {@link #PAYMENT_DUE}, and the last day to pay has passed (BIL-2). */
	OVERDUE,

	/** Delivered, but not as ordered: the invoice waits for what is agreed (LOG-6). */
	DIFFERENCES_OPEN,

	/** The goods may leave and nothing is asked for at present (BIL-1). */
	RELEASED,

	/** Invoice and receipts match (BIL-5). */
	SETTLED,

	/** The order was cancelled; what was paid is credit (BIL-6). */
	CANCELLED

}
