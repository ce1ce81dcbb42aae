package io.gendan.logistics.carrier;

import java.util.List;

import io.gendan.contract.fulfillment.Parcel;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.contract.order.ShipTo;

/**
 * What a carrier needs to know for a booking.
 *
 * @param reference our reference, one per order of transport: the same again is the same
 * booking
 * @param wished how the customer wishes the goods to travel
 * @param shipTo where the goods go
 * @param parcels package list
 */
public record BookingRequest(String reference, DeliveryMethod wished, ShipTo shipTo, List<Parcel> parcels) {

	/** Keeps a copy of the list. */
	public BookingRequest {
		parcels = List.copyOf(parcels);
	}

}
