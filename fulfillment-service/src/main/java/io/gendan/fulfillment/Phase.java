package io.gendan.fulfillment;

/** Where an order stands at this stage. */
public enum Phase {

	/** Heard of, not yet confirmed by the customer. */
	KNOWN,

	/** Confirmed; stock is being set aside. */
	RESERVING,

	/** Stock is short; what is missing is being produced. */
	IN_PRODUCTION,

	/**
	 * All goods are there, or back from the carrier, and wait for the quality check;
	 * goods that came back also when the order was cancelled.
	 */
	READY_TO_INSPECT,

	/** The check found defects that have to be mended first. */
	REWORK,

	/** The check is passed. */
	READY_TO_PACK,

	/** Packed and ready to leave. */
	PACKED,

	/** The order was cancelled. */
	CANCELLED

}
