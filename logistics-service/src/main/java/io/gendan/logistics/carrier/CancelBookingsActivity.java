package io.gendan.logistics.carrier;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.gendan.contract.logistics.TransportOrdered;
import io.gendan.logistics.Shipment;
import io.gendan.logistics.ShipmentCommand;
import io.gendan.logistics.ShipmentCommand.CancelBookings;
import io.gendan.stage.Activity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels with their carriers the bookings that are not used (LOG-3). */
final class CancelBookingsActivity implements Activity<Shipment, ShipmentCommand> {

	private static final Logger log = LoggerFactory.getLogger(CancelBookingsActivity.class);

	private final Carriers carriers;

	CancelBookingsActivity(Carriers carriers) {
		this.carriers = carriers;
	}

	@Override
	public String name() {
		return "cancel-bookings";
	}

	@Override
	public boolean wanted(Shipment state) {
		return !state.bookings().unused().isEmpty();
	}

	@Override
	public Map<String, ShipmentCommand> perform(Map<String, Shipment> orders) {
		return this.carriers.ask(orders, this::cancel);
	}

	private Optional<ShipmentCommand> cancel(Shipment shipment) {
		Set<Integer> cancelled = new TreeSet<>();
		for (TransportOrdered unused : shipment.bookings().unused()) {
			try {
				this.carriers.cancel(unused);
				cancelled.add(unused.attempt());
			}
			catch (CarrierUnavailableException ex) {
				log.warn("{}; the unused booking of order {} is cancelled later", ex.getMessage(), shipment.order());
			}
		}
		return cancelled.isEmpty() ? Optional.empty() : Optional.of(new CancelBookings(cancelled));
	}

}
