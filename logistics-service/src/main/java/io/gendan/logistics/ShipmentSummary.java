package io.gendan.logistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.gendan.contract.logistics.BookingFailure;
import io.gendan.contract.logistics.TransportRefused;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.stage.Column;

/** The fields by which lists of shipments are shown and filtered. */
final class ShipmentSummary {

	static final List<Column> COLUMNS = List.of(Column.oneOf("state", ShipmentPhase.class), Column.text("waitsFor"),
			Column.text("customer").withIndex(), Column.text("country"),
			Column.oneOf("deliveryMethod", DeliveryMethod.class), Column.date("promisedDelivery").withIndex(),
			Column.text("carrier"), Column.oneOf("transportRefused", BookingFailure.class),
			Column.text("waybill").withIndex(), Column.date("expectedArrival"), Column.number("failedAttempts"));

	private ShipmentSummary() {
	}

	static Map<String, Object> of(Shipment shipment) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("state", shipment.phase().name());
		if (shipment.phase() == ShipmentPhase.WAITING) {
			fields.put("waitsFor", shipment.awaited().stream().map(Enum::name).collect(Collectors.joining("+")));
		}
		shipment.placed().ifPresent((placed) -> {
			fields.put("customer", placed.customer().id());
			fields.put("country", placed.shipTo().country());
			fields.put("deliveryMethod", placed.deliveryMethod().name());
		});
		shipment.promised().ifPresent((promised) -> fields.put("promisedDelivery", promised.toString()));
		shipment.choice().ifPresent((choice) -> fields.put("carrier", choice.carrier()));
		TransportRefused refusal = shipment.bookings().refusal();
		if (refusal != null && shipment.phase() == ShipmentPhase.READY) {
			fields.put("transportRefused", refusal.reason().name());
		}
		shipment.journey().ifPresent((journey) -> {
			fields.put("waybill", journey.shipped().waybill());
			fields.put("expectedArrival", journey.expectedArrival().toString());
			fields.put("failedAttempts", journey.failures().size());
		});
		return fields;
	}

}
