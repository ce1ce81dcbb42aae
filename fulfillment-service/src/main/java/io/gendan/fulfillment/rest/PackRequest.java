package io.gendan.fulfillment.rest;

import java.util.List;

import io.gendan.fulfillment.FulfillmentCommand.Pack;
import io.gendan.fulfillment.FulfillmentCommand.PackedParcel;
import org.jspecify.annotations.Nullable;

/**
 * A package list.
 *
 * @param parcels the parcels
 */
record PackRequest(@Nullable List<@Nullable PackedParcel> parcels) {

	Pack command() {
		return new Pack(this.parcels);
	}

}
