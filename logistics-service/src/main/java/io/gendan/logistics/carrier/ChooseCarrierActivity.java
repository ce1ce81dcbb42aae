package io.gendan.logistics.carrier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.gendan.logistics.CarrierChoice;
import io.gendan.logistics.Quote;
import io.gendan.logistics.ReportPolicy;
import io.gendan.logistics.Shipment;
import io.gendan.logistics.ShipmentCommand;
import io.gendan.logistics.ShipmentPhase;
import io.gendan.stage.Activity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packed and released goods need a carrier (LOG-1, LOG-2). An order that no carrier
 * answers for is left out and comes again later.
 */
final class ChooseCarrierActivity implements Activity<Shipment, ShipmentCommand> {

	private static final Logger log = LoggerFactory.getLogger(ChooseCarrierActivity.class);

	private final Carriers carriers;

	private final CarrierChoice choice;

	private final ReportPolicy calendar;

	private final Clock clock;

	ChooseCarrierActivity(Carriers carriers, CarrierChoice choice, ReportPolicy calendar, Clock clock) {
		this.carriers = carriers;
		this.choice = choice;
		this.calendar = calendar;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "choose-carrier";
	}

	@Override
	public boolean wanted(Shipment state) {
		return state.phase() == ShipmentPhase.CHOOSING_CARRIER;
	}

	@Override
	public Map<String, ShipmentCommand> perform(Map<String, Shipment> orders) {
		LocalDate today = this.calendar.day(this.clock.instant());
		Map<String, List<Quote>> quotes = this.carriers.quotes(orders);
		Map<String, ShipmentCommand> chosen = new TreeMap<>();
		orders.forEach((order, shipment) -> this.choice.choose(shipment, quotes.getOrDefault(order, List.of()), today)
			.ifPresent((best) -> chosen.put(order, best)));
		if (chosen.size() < orders.size()) {
			log.warn("No carrier offers to take {} of {} orders; they are tried again later",
					orders.size() - chosen.size(), orders.size());
		}
		return chosen;
	}

}
