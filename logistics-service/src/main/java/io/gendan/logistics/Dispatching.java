package io.gendan.logistics;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

import io.gendan.contract.Personal;
import io.gendan.contract.logistics.CarrierChosen;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.logistics.LogisticsEvent;
import io.gendan.contract.logistics.TransportOrdered;
import io.gendan.logistics.ShipmentCommand.ChooseCarrier;
import io.gendan.logistics.ShipmentCommand.Dispatch;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;

/**
 * Decides on the choice of the carrier and on dispatch (LOG-1, LOG-2, LOG-3). A dispatch
 * asks nobody: it orders the transport, and {@link Booking} decides on what the carrier
 * answers. Goods whose waybill was booked by hand with the chosen carrier leave at once.
 */
final class Dispatching {

	private static final Pattern WAYBILL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

	private static final int LONGEST_REASON = 500;

	private static final int LONGEST_CARRIER = 100;

	private final ReportPolicy calendar;

	private final DispatchPolicy policy;

	Dispatching(ReportPolicy calendar, DispatchPolicy policy) {
		this.calendar = calendar;
		this.policy = policy;
	}

	static Outcome<LogisticsEvent> choose(Shipment shipment, ChooseCarrier command) {
		return switch (shipment.phase()) {
			case CHOOSING_CARRIER -> Outcome.accepted(new CarrierChosen(shipment.order(), command.carrier(),
					command.reason(), command.cost(), command.transitDays()));
			// The activity runs again after a crash: what it reports then already is.
			case READY, BOOKING, SHIPPED, DELIVERED -> Outcome.accepted();
			case WAITING, CANCELLED -> notReady(shipment);
		};
	}

	Outcome<LogisticsEvent> dispatch(Shipment shipment, Dispatch command, Context context) {
		return switch (shipment.phase()) {
			case READY,
					BOOKING ->
				shipment.choice()
					.map((choice) -> dispatch(shipment, choice, command, context.now()))
					.orElseGet(() -> notReady(shipment));
			case SHIPPED, DELIVERED -> Outcome.refused(LogisticsRefusal.ALREADY_SHIPPED, Map.of("order",
					shipment.order(), "waybill", shipment.journey().map((it) -> it.shipped().waybill()).orElse("")));
			case WAITING, CHOOSING_CARRIER, CANCELLED -> notReady(shipment);
		};
	}

	private Outcome<LogisticsEvent> dispatch(Shipment shipment, CarrierChosen choice, Dispatch command, Instant now) {
		FieldCheck check = new FieldCheck();
		String reason = check.prose("reason", command.reason(), LONGEST_REASON);
		if (command.waybill() != null && !WAYBILL.matcher(command.waybill()).matches()) {
			check.fault("waybill", LogisticsRefusal.WAYBILL_INVALID, Map.of());
		}
		String other = check.code("carrier", command.carrier(), LONGEST_CARRIER);
		String carrier = (other != null) ? other : choice.carrier();
		if (!this.policy.carriers().contains(carrier)) {
			check.fault("carrier", LogisticsRefusal.CARRIER_UNKNOWN,
					Map.of("carrier", carrier, "known", String.join(", ", this.policy.carriers())));
		}
		if (!check.clean()) {
			return Outcome.refused(LogisticsRefusal.FIELDS_INVALID, check.faults());
		}
		TransportOrdered pending = shipment.bookings().pending();
		TransportOrdered ordered = new TransportOrdered(shipment.order(), shipment.bookings().attempts() + 1, carrier,
				Personal.ofNullable(reason), command.waybill(), now.plus(this.policy.bookingPatience()));
		if (command.waybill() != null && carrier.equals(choice.carrier())) {
			GoodsShipped left = shipped(this.calendar, shipment, choice, command.waybill(), now);
			// What is being booked is given up for the waybill, and so will be cancelled.
			return (pending != null) ? Outcome.accepted(ordered, left) : Outcome.accepted(left);
		}
		if (pending != null && command.waybill() == null && pending.carrier().equals(carrier)) {
			return Outcome.refused(LogisticsRefusal.BOOKING_UNDER_WAY,
					Map.of("order", shipment.order(), "carrier", carrier));
		}
		return Outcome.accepted(ordered);
	}

	static GoodsShipped shipped(ReportPolicy calendar, Shipment shipment, CarrierChosen choice, String waybill,
			Instant now) {
		return new GoodsShipped(shipment.order(), waybill, choice.carrier(),
				calendar.day(now).plusDays(choice.transitDays()), shipment.parcels().size(), now);
	}

	private static Outcome<LogisticsEvent> notReady(Shipment shipment) {
		return Outcome.refused(LogisticsRefusal.NOT_READY,
				Map.of("order", shipment.order(), "state", shipment.phase().name()));
	}

}
