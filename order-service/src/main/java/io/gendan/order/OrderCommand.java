package io.gendan.order;

import org.jspecify.annotations.Nullable;

/** What can be asked of this stage. Who asks stands in the context. */
public sealed interface OrderCommand {

	/**
	 * Place a new order (ORD-4).
	 *
	 * @param form what was filled in
	 */
	record Place(OrderForm form) implements OrderCommand {
	}

	/**
	 * Place an order again that the review has returned for correction (REV-4).
	 *
	 * @param form the corrected order, complete
	 */
	record PlaceAgain(OrderForm form) implements OrderCommand {
	}

	/** The customer confirms the reviewed order (ORD-9). */
	record Confirm() implements OrderCommand {
	}

	/**
	 * Cancel before the confirmation (ORD-11).
	 *
	 * @param reason why, required
	 */
	record Cancel(@Nullable String reason) implements OrderCommand {
	}

	/** Close the dossier of a completed order (ORD-21). */
	record Archive() implements OrderCommand {
	}

}
