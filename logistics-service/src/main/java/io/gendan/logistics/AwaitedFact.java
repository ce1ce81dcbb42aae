package io.gendan.logistics;

/** What a shipment waits for before a carrier can be chosen (LOG-1). */
public enum AwaitedFact {

	/** The order itself, with its destination. */
	PLACED,

	/** Goods packed, told by fulfillment; once more after a return. */
	PACKED,

	/** Terms met, told by billing. */
	RELEASED

}
