package io.gendan.logistics.carrier;

import java.math.BigDecimal;

import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.Parcel;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.logistics.Shipment;

/**
 * What a carrier needs to know for an offer, and no more.
 *
 * @param wished how the customer wishes the goods to travel
 * @param country destination, ISO 3166 alpha-2
 * @param weightKg gross weight of all parcels in kilograms
 * @param volumeCm3 volume of all parcels in cubic centimetres
 * @param currency ISO 4217 code the offer is wanted in
 * @param named whether a person has named this carrier, whatever the customer wishes
 */
public record QuoteRequest(DeliveryMethod wished, String country, BigDecimal weightKg, BigDecimal volumeCm3,
		String currency, boolean named) {

	/**
	 * Asks for a shipment.
	 * @param placed the order, with destination and wish
	 * @param shipment its shipment, with the parcels
	 * @param currency ISO 4217 code the offer is wanted in
	 * @return the request
	 */
	static QuoteRequest of(OrderPlaced placed, Shipment shipment, String currency) {
		BigDecimal weight = shipment.parcels()
			.stream()
			.map(Parcel::weightKg)
			.map(Quantity::value)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal volume = shipment.parcels()
			.stream()
			.map(QuoteRequest::volume)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		return new QuoteRequest(placed.deliveryMethod(), placed.shipTo().country(), weight, volume, currency, false);
	}

	/** The same, asked because a person has named the carrier. */
	QuoteRequest byHand() {
		return new QuoteRequest(this.wished, this.country, this.weightKg, this.volumeCm3, this.currency, true);
	}

	private static BigDecimal volume(Parcel parcel) {
		return BigDecimal.valueOf(parcel.lengthCm())
			.multiply(BigDecimal.valueOf(parcel.widthCm()))
			.multiply(BigDecimal.valueOf(parcel.heightCm()));
	}

}
