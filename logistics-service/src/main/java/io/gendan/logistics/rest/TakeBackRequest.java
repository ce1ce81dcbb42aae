package io.gendan.logistics.rest;

import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.logistics.ShipmentCommand;
import org.jspecify.annotations.Nullable;

/**
 * Goods that could not be delivered are back (LOG-5).
 *
 * @param reason why, required
 * @param condition what they look like from outside, not known when left out; the
 * warehouse checks them all the same
 */
record TakeBackRequest(@Nullable String reason, @Nullable GoodsCondition condition) {

	ShipmentCommand command() {
		return new ShipmentCommand.TakeBack(this.reason, this.condition);
	}

}
