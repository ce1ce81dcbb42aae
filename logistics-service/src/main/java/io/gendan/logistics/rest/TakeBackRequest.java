package io.gendan.logistics.rest;

import io.gendan.logistics.ShipmentCommand;
import org.jspecify.annotations.Nullable;

/**
 * Goods that could not be delivered are back (LOG-5).
 *
 * @param reason why, required
 */
record TakeBackRequest(@Nullable String reason) {

	ShipmentCommand command() {
		return new ShipmentCommand.TakeBack(this.reason);
	}

}
