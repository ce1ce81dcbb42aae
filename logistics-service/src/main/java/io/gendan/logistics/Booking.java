package io.gendan.logistics;

import java.util.List;
import java.util.Optional;

import io.gendan.contract.Money;
import io.gendan.contract.logistics.BookingCancelled;
import io.gendan.contract.logistics.CarrierChosen;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.logistics.LogisticsEvent;
import io.gendan.contract.logistics.TransportOrdered;
import io.gendan.contract.logistics.TransportRefused;
import io.gendan.logistics.ShipmentCommand.Book;
import io.gendan.logistics.ShipmentCommand.CancelBookings;
import io.gendan.logistics.ShipmentCommand.RefuseTransport;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;

/**
 * Decides on what carriers answer to an order of transport (LOG-3). An answer to one that
 * is not pending any more changes nothing: what it may have booked is unused and will be
 * cancelled.
 */
final class Booking {

	private static final String OVERRIDDEN = "overridden at dispatch";

	private static final String NO_OFFER = "; there is no offer, so cost and days are not known";

	private final ReportPolicy calendar;

	Booking(ReportPolicy calendar) {
		this.calendar = calendar;
	}

	Outcome<LogisticsEvent> book(Shipment shipment, Book answer, Context context) {
		Optional<TransportOrdered> ordered = shipment.bookings().pending(answer.attempt());
		if (ordered.isEmpty() || shipment.choice().isEmpty()) {
			return Outcome.accepted();
		}
		CarrierChosen choice = shipment.choice().get();
		Quote quote = answer.quote();
		if (quote == null && choice.carrier().equals(ordered.get().carrier())) {
			return Outcome.accepted(shipped(shipment, choice, answer, context));
		}
		CarrierChosen other = (quote != null) ? overridden(shipment, quote) : withoutOffer(choice, ordered.get());
		return Outcome.accepted(other, shipped(shipment, other, answer, context));
	}

	static Outcome<LogisticsEvent> refuse(Shipment shipment, RefuseTransport answer) {
		return shipment.bookings()
			.pending(answer.attempt())
			.<Outcome<LogisticsEvent>>map((ordered) -> Outcome.accepted(
					new TransportRefused(shipment.order(), ordered.attempt(), ordered.carrier(), answer.reason())))
			.orElseGet(Outcome::accepted);
	}

	static Outcome<LogisticsEvent> cancelled(Shipment shipment, CancelBookings answer) {
		List<LogisticsEvent> events = answer.attempts()
			.stream()
			.flatMap((attempt) -> shipment.bookings().unused(attempt).stream())
			.<LogisticsEvent>map((unused) -> new BookingCancelled(shipment.order(), unused.attempt(), unused.carrier()))
			.toList();
		return new Outcome.Accepted<>(events);
	}

	private GoodsShipped shipped(Shipment shipment, CarrierChosen choice, Book answer, Context context) {
		return Dispatching.shipped(this.calendar, shipment, choice, answer.waybill(), context.now());
	}

	/** Why, is said in the order of transport. */
	private static CarrierChosen overridden(Shipment shipment, Quote quote) {
		return new CarrierChosen(shipment.order(), quote.carrier(), OVERRIDDEN, quote.cost(), quote.transitDays());
	}

	/** The goods have left by hand; the days are those of the carrier chosen before. */
	private static CarrierChosen withoutOffer(CarrierChosen before, TransportOrdered ordered) {
		return new CarrierChosen(ordered.order(), ordered.carrier(), OVERRIDDEN + NO_OFFER,
				Money.zero(before.cost().currency()), before.transitDays());
	}

}
