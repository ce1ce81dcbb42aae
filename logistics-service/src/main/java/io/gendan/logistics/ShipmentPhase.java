package io.gendan.logistics;

/** Where an order stands at this stage. */
public enum ShipmentPhase {

	/** Not both packed and released (LOG-1). */
	WAITING,

	/** Packed and released: carriers are being asked (LOG-2). */
	CHOOSING_CARRIER,

	/** A carrier is chosen: ready for dispatch. */
	READY,

	/** Dispatched by us: the carrier is being booked (LOG-3). */
	BOOKING,

	/** On the way (LOG-3, LOG-4). */
	SHIPPED,

	/** Delivered and signed for (LOG-6). */
	DELIVERED,

	/** The order was cancelled before anything left, or is about to be. */
	CANCELLED

}
