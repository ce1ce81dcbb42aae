package io.gendan.logistics.rest;

import io.gendan.contract.logistics.FailureReason;
import io.gendan.logistics.ShipmentCommand.FailDelivery;
import org.jspecify.annotations.Nullable;

/**
 * A failed delivery attempt (LOG-5).
 *
 * @param reason what happened, required
 * @param remarks details
 */
record FailRequest(@Nullable FailureReason reason, @Nullable String remarks) {

	FailDelivery command() {
		return new FailDelivery(this.reason, this.remarks);
	}

}
