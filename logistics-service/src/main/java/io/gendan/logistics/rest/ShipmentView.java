package io.gendan.logistics.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import io.gendan.contract.fulfillment.Parcel;
import io.gendan.contract.logistics.CarrierChosen;
import io.gendan.contract.logistics.DeliveryFailed;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.ShipmentMoved;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.ShipTo;
import io.gendan.logistics.AwaitedFact;
import io.gendan.logistics.Bookings;
import io.gendan.logistics.Journey;
import io.gendan.logistics.Shipment;
import io.gendan.logistics.ShipmentPhase;
import io.gendan.messaging.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as clients see it.
 *
 * @param order order number
 * @param version grows with everything that happens here
 * @param state where it stands
 * @param waitsFor what is missing before a carrier can be chosen (LOG-1)
 * @param customer customer number
 * @param deliveryMethod how the customer wishes the goods to travel
 * @param shipTo where the goods go
 * @param promisedDelivery promised delivery
 * @param parcels package list
 * @param carrier the chosen carrier with reason, cost and transit time (LOG-2)
 * @param transport what has been asked of carriers since the dispatch, and what they
 * refused (LOG-3)
 * @param waybill waybill number
 * @param expectedArrival expected arrival as of the latest report
 * @param movements the carrier's reports (LOG-4)
 * @param failedAttempts failed delivery attempts (LOG-5)
 * @param delivered the delivery (LOG-6)
 */
record ShipmentView(String order, long version, ShipmentPhase state, Set<AwaitedFact> waitsFor,
		@Nullable String customer, @Nullable DeliveryMethod deliveryMethod, @Nullable ShipTo shipTo,
		@Nullable LocalDate promisedDelivery, List<Parcel> parcels, @Nullable CarrierChosen carrier, Bookings transport,
		@Nullable String waybill, @Nullable LocalDate expectedArrival, List<ShipmentMoved> movements,
		List<DeliveryFailed> failedAttempts, @Nullable GoodsDelivered delivered) {

	static ShipmentView of(OrderSnapshot<Shipment> snapshot) {
		Shipment shipment = snapshot.state();
		OrderPlaced placed = shipment.placed().orElse(null);
		Journey journey = shipment.journey().orElse(null);
		return new ShipmentView(snapshot.order(), snapshot.version(), shipment.phase(), shipment.awaited(),
				(placed != null) ? placed.customer().id() : null, (placed != null) ? placed.deliveryMethod() : null,
				(placed != null) ? placed.shipTo() : null, shipment.promised().orElse(null), shipment.parcels(),
				shipment.choice().orElse(null), shipment.bookings(),
				(journey != null) ? journey.shipped().waybill() : null,
				(journey != null) ? journey.expectedArrival() : null,
				(journey != null) ? journey.movements() : List.of(), (journey != null) ? journey.failures() : List.of(),
				(journey != null) ? journey.delivered() : null);
	}

}
