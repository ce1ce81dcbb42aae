package io.gendan.logistics.rest;

import io.gendan.logistics.ShipmentCommand.Dispatch;
import org.jspecify.annotations.Nullable;

/**
 * Asks for dispatch (LOG-3); an empty object books with the chosen carrier.
 *
 * @param carrier another carrier than the chosen one
 * @param reason why another carrier
 * @param waybill waybill number, when it was booked by hand
 */
record DispatchRequest(@Nullable String carrier, @Nullable String reason, @Nullable String waybill) {

	Dispatch command() {
		return new Dispatch(this.carrier, this.reason, this.waybill);
	}

}
