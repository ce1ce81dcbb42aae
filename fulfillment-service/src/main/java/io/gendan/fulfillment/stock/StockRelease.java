package io.gendan.fulfillment.stock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.fulfillment.StockLine;
import io.gendan.fulfillment.Fulfillment;
import io.gendan.fulfillment.FulfillmentCommand;
import io.gendan.fulfillment.FulfillmentCommand.RecordRelease;
import io.gendan.stage.Activity;

/** Frees the stock of cancelled orders and reports what is free again (FUL-7). */
public final class StockRelease implements Activity<Fulfillment, FulfillmentCommand> {

	private final StockRoom room;

	public StockRelease(StockRoom room) {
		this.room = room;
	}

	@Override
	public String name() {
		return "stock-release";
	}

	@Override
	public boolean wanted(Fulfillment state) {
		return state.holdsStockForNothing();
	}

	@Override
	public Map<String, FulfillmentCommand> perform(Map<String, Fulfillment> orders) {
		Map<String, List<StockLine>> ordered = new HashMap<>();
		orders.forEach((order, state) -> ordered.put(order, state.demand().lines()));
		Map<String, FulfillmentCommand> reports = new HashMap<>();
		this.room.release(ordered).forEach((order, lines) -> reports.put(order, new RecordRelease(lines)));
		return reports;
	}

}
