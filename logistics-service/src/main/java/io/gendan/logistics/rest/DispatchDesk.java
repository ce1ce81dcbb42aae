package io.gendan.logistics.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.gendan.contract.logistics.CarrierChosen;
import io.gendan.logistics.LogisticsRefusal;
import io.gendan.logistics.Quote;
import io.gendan.logistics.Shipment;
import io.gendan.logistics.ShipmentCommand.Arrangement;
import io.gendan.logistics.ShipmentCommand.Dispatch;
import io.gendan.logistics.ShipmentPhase;
import io.gendan.logistics.carrier.CarrierUnavailableException;
import io.gendan.logistics.carrier.Carriers;
import io.gendan.messaging.rest.RefusedException;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Settles with the carrier what a dispatch needs, before the dispatch is decided (LOG-3).
 * Booking goes by the order number, so a dispatch that is refused or sent again books
 * nothing twice.
 */
@Component
class DispatchDesk {

	private final Carriers carriers;

	DispatchDesk(Carriers carriers) {
		this.carriers = carriers;
	}

	/**
	 * The command a request comes to.
	 * @param shipment the shipment as it is now, or empty when unknown
	 * @param request what was asked for
	 * @return the command
	 * @throws RefusedException if the carrier is unknown, declines or does not answer
	 */
	Dispatch command(Optional<Shipment> shipment, DispatchRequest request) {
		Arrangement arrangement = shipment.filter((known) -> known.phase() == ShipmentPhase.READY)
			.map((ready) -> arrange(ready, request))
			.orElse(Arrangement.NONE);
		return new Dispatch(request.carrier(), request.reason(), request.waybill(), arrangement);
	}

	private Arrangement arrange(Shipment shipment, DispatchRequest request) {
		try {
			Quote quote = (request.carrier() != null) ? quote(shipment, request.carrier()) : null;
			if (request.waybill() != null) {
				return new Arrangement(quote, null);
			}
			String carrier = (quote != null) ? quote.carrier()
					: shipment.choice().map(CarrierChosen::carrier).orElseThrow();
			return book(shipment, carrier, quote);
		}
		catch (CarrierUnavailableException ex) {
			throw unavailable(ex.carrier());
		}
	}

	private Quote quote(Shipment shipment, String carrier) {
		if (!this.carriers.codes().contains(carrier)) {
			throw invalid(LogisticsRefusal.CARRIER_UNKNOWN,
					Map.of("carrier", carrier, "known", String.join(", ", this.carriers.codes())));
		}
		return this.carriers.quote(carrier, shipment)
			.orElseThrow(() -> invalid(LogisticsRefusal.CARRIER_DECLINES, Map.of("carrier", carrier)));
	}

	private Arrangement book(Shipment shipment, String carrier, @Nullable Quote quote) {
		if (!this.carriers.codes().contains(carrier)) {
			// Chosen while the settings still knew it.
			throw unavailable(carrier);
		}
		return this.carriers.book(carrier, shipment, quote);
	}

	private static RefusedException unavailable(String carrier) {
		return new RefusedException(
				new Refusal(LogisticsRefusal.CARRIER_UNAVAILABLE, Map.of("carrier", carrier), List.of()));
	}

	private static RefusedException invalid(LogisticsRefusal code, Map<String, Object> facts) {
		return new RefusedException(new Refusal(LogisticsRefusal.FIELDS_INVALID, Map.of("count", 1),
				List.of(new FieldFault("carrier", code, facts))));
	}

}
