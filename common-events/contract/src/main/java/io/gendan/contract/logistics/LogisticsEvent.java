package io.gendan.contract.logistics;

import io.gendan.contract.GendanEvent;

/** Events of logistics-service: carriers, shipments, tracking, delivery (LOG). */
public sealed interface LogisticsEvent extends GendanEvent
		permits CarrierChosen, TransportOrdered, TransportRefused, BookingCancelled, GoodsShipped, ShipmentMoved,
		ShipmentDelayed, DeliveryFailed, GoodsDelivered, GoodsReturned, DispatchStopped {

}
