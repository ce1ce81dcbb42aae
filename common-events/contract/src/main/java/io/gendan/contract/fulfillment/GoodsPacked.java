package io.gendan.contract.fulfillment;

import java.util.List;

import io.gendan.contract.EventType;

/**
 * Packed and labelled, ready to leave (FUL-5).
 *
 * @param order order number
 * @param parcels package list
 */
@EventType("io.gendan.fulfillment.GoodsPacked.v1")
public record GoodsPacked(String order, List<Parcel> parcels) implements FulfillmentEvent {

	public GoodsPacked {
		parcels = List.copyOf(parcels);
	}

}
