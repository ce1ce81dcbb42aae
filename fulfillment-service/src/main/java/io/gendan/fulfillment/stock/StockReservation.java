package io.gendan.fulfillment.stock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.fulfillment.StockLine;
import io.gendan.fulfillment.Fulfillment;
import io.gendan.fulfillment.FulfillmentCommand;
import io.gendan.fulfillment.FulfillmentCommand.RecordReservation;
import io.gendan.fulfillment.Phase;
import io.gendan.stage.Activity;

/** Reserves stock for confirmed orders and reports what was set aside (FUL-1). */
public final class StockReservation implements Activity<Fulfillment, FulfillmentCommand> {

	private final StockRoom room;

	public StockReservation(StockRoom room) {
		this.room = room;
	}

	@Override
	public String name() {
		return "stock-reservation";
	}

	@Override
	public boolean wanted(Fulfillment state) {
		return state.phase() == Phase.RESERVING;
	}

	@Override
	public Map<String, FulfillmentCommand> perform(Map<String, Fulfillment> orders) {
		Map<String, List<StockLine>> ordered = new HashMap<>();
		orders.forEach((order, state) -> ordered.put(order, state.demand().lines()));
		Map<String, FulfillmentCommand> reports = new HashMap<>();
		this.room.reserve(ordered).forEach((order, lines) -> reports.put(order, new RecordReservation(lines)));
		return reports;
	}

}
