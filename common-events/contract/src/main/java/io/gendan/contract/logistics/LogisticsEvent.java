package io.gendan.contract.logistics;

import io.gendan.contract.AboutOrder;

/** Events of logistics-service: carriers, shipments, tracking, delivery (LOG). */
public sealed interface LogisticsEvent extends AboutOrder
		permits CarrierChosen, TransportOrdered, TransportRefused, BookingCancelled, GoodsShipped, ShipmentMoved,
		ShipmentDelayed, DeliveryFailed, GoodsDelivered, GoodsReturned, DispatchStopped {

}
