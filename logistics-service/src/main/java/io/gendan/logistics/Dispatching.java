package io.gendan.logistics;

import java.util.Map;
import java.util.regex.Pattern;

import io.gendan.contract.logistics.CarrierChosen;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.logistics.LogisticsEvent;
import io.gendan.logistics.ShipmentCommand.Arrangement;
import io.gendan.logistics.ShipmentCommand.ChooseCarrier;
import io.gendan.logistics.ShipmentCommand.Dispatch;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/** Decides on the choice of the carrier and on dispatch (LOG-1, LOG-2, LOG-3). */
final class Dispatching {

	private static final Pattern WAYBILL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

	private static final int LONGEST_REASON = 500;

	private final ReportPolicy policy;

	Dispatching(ReportPolicy policy) {
		this.policy = policy;
	}

	Outcome<LogisticsEvent> choose(Shipment shipment, ChooseCarrier command) {
		return switch (shipment.phase()) {
			case CHOOSING_CARRIER -> Outcome.accepted(new CarrierChosen(shipment.order(), command.carrier(),
					command.reason(), command.cost(), command.transitDays()));
			// The activity runs again after a crash: what it reports then already is.
			case READY, SHIPPED, DELIVERED -> Outcome.accepted();
			case WAITING, CANCELLED -> notReady(shipment);
		};
	}

	Outcome<LogisticsEvent> dispatch(Shipment shipment, Dispatch command, Context context) {
		return switch (shipment.phase()) {
			case READY -> shipment.choice()
				.map((choice) -> dispatch(shipment, choice, command, context))
				.orElseGet(() -> notReady(shipment));
			case SHIPPED, DELIVERED -> Outcome.refused(LogisticsRefusal.ALREADY_SHIPPED, Map.of("order",
					shipment.order(), "waybill", shipment.journey().map((it) -> it.shipped().waybill()).orElse("")));
			case WAITING, CHOOSING_CARRIER, CANCELLED -> notReady(shipment);
		};
	}

	private Outcome<LogisticsEvent> dispatch(Shipment shipment, CarrierChosen choice, Dispatch command,
			Context context) {
		FieldFaults faults = new FieldFaults();
		String reason = faults.optionalText("reason", command.reason(), LONGEST_REASON);
		if (command.waybill() != null && !WAYBILL.matcher(command.waybill()).matches()) {
			faults.add("waybill", LogisticsRefusal.WAYBILL_INVALID, Map.of());
		}
		if (!faults.all().isEmpty()) {
			return Outcome.refused(LogisticsRefusal.FIELDS_INVALID, faults.all());
		}
		Arrangement arrangement = command.arrangement();
		String waybill = (command.waybill() != null) ? command.waybill() : arrangement.waybill();
		if (waybill == null || (command.carrier() != null && arrangement.quote() == null)) {
			String carrier = (command.carrier() != null) ? command.carrier() : choice.carrier();
			return Outcome.refused(LogisticsRefusal.CARRIER_UNAVAILABLE, Map.of("carrier", carrier));
		}
		if (arrangement.quote() == null) {
			return Outcome.accepted(shipped(shipment, choice, waybill, context));
		}
		CarrierChosen other = overridden(shipment, arrangement.quote(), reason);
		return Outcome.accepted(other, shipped(shipment, other, waybill, context));
	}

	private static CarrierChosen overridden(Shipment shipment, Quote quote, @Nullable String reason) {
		return new CarrierChosen(shipment.order(), quote.carrier(),
				(reason != null) ? "overridden at dispatch: " + reason : "overridden at dispatch", quote.cost(),
				quote.transitDays());
	}

	private GoodsShipped shipped(Shipment shipment, CarrierChosen choice, String waybill, Context context) {
		return new GoodsShipped(shipment.order(), waybill, choice.carrier(),
				this.policy.day(context.now()).plusDays(choice.transitDays()), shipment.parcels().size());
	}

	private static Outcome<LogisticsEvent> notReady(Shipment shipment) {
		return Outcome.refused(LogisticsRefusal.NOT_READY,
				Map.of("order", shipment.order(), "state", shipment.phase().name()));
	}

}
