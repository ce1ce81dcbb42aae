package io.gendan.logistics.carrier;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import io.gendan.contract.logistics.BookingFailure;
import io.gendan.contract.logistics.TransportOrdered;
import io.gendan.logistics.Shipment;
import io.gendan.logistics.ShipmentCommand;
import io.gendan.logistics.ShipmentCommand.Book;
import io.gendan.logistics.ShipmentCommand.RefuseTransport;
import io.gendan.logistics.ShipmentPhase;
import io.gendan.stage.Activity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books what has been dispatched (LOG-3). A carrier that does not answer is tried again
 * until the patience of the order of transport has ended.
 */
final class BookTransportActivity implements Activity<Shipment, ShipmentCommand> {

	private static final Logger log = LoggerFactory.getLogger(BookTransportActivity.class);

	private final Carriers carriers;

	private final Clock clock;

	BookTransportActivity(Carriers carriers, Clock clock) {
		this.carriers = carriers;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "book-transport";
	}

	@Override
	public boolean wanted(Shipment state) {
		return state.phase() == ShipmentPhase.BOOKING;
	}

	@Override
	public Map<String, ShipmentCommand> perform(Map<String, Shipment> orders) {
		return this.carriers.ask(orders, (shipment) -> Optional.ofNullable(shipment.bookings().pending())
			.flatMap((ordered) -> answer(shipment, ordered)));
	}

	private Optional<ShipmentCommand> answer(Shipment shipment, TransportOrdered ordered) {
		try {
			return Optional.of(this.carriers.book(shipment, ordered)
				.<ShipmentCommand>map((booked) -> new Book(ordered.attempt(), booked.quote(), booked.waybill()))
				.orElseGet(() -> new RefuseTransport(ordered.attempt(), BookingFailure.DECLINED)));
		}
		catch (CarrierUnavailableException ex) {
			boolean patient = this.clock.instant().isBefore(ordered.bookUntil());
			log.warn("{} for order {}; {}", ex.getMessage(), shipment.order(),
					patient ? "tried again" : "the order of transport is given up");
			return patient ? Optional.empty()
					: Optional.of(new RefuseTransport(ordered.attempt(), BookingFailure.UNAVAILABLE));
		}
	}

}
