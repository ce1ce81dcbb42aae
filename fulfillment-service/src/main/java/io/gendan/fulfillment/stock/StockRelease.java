package io.gendan.fulfillment.stock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.StockLine;
import io.gendan.fulfillment.Fulfillment;
import io.gendan.fulfillment.FulfillmentCommand;
import io.gendan.fulfillment.FulfillmentCommand.RecordRelease;
import io.gendan.fulfillment.FulfillmentRefusal;
import io.gendan.fulfillment.stock.GoodsInward.Result;
import io.gendan.stage.Activity;

/**
 * Frees the stock of cancelled orders and reports what is free again (FUL-7). What was
 * made for such an order has never been in stock, so it is counted in. What a check found
 * lost or damaged becomes no stock.
 */
public final class StockRelease implements Activity<Fulfillment, FulfillmentCommand> {

	private static final String RECEIVED_BY = "production";

	private final StockRoom room;

	private final GoodsInward inward;

	/**
	 * A release.
	 * @param room where stock is set aside
	 * @param inward where goods come in
	 */
	public StockRelease(StockRoom room, GoodsInward inward) {
		this.room = room;
		this.inward = inward;
	}

	@Override
	public String name() {
		return "stock-release";
	}

	@Override
	public boolean wanted(Fulfillment state) {
		return state.stockCanBeFreed();
	}

	@Override
	public Map<String, FulfillmentCommand> perform(Map<String, Fulfillment> orders) {
		Map<String, CancelledGoods> goods = new HashMap<>();
		orders.forEach((order, state) -> {
			CancelledGoods cancelled = CancelledGoods.of(state);
			if (countedIn(order, cancelled.made())) {
				goods.put(order, cancelled);
			}
		});
		Map<String, List<StockLine>> released = this.room.release(goods);
		Map<String, FulfillmentCommand> reports = new HashMap<>();
		goods.forEach((order, cancelled) -> {
			List<StockLine> lines = released.get(order);
			if (lines != null) {
				reports.put(order, new RecordRelease(together(lines, cancelled.made())));
			}
		});
		return reports;
	}

	/** A receipt that the warehouse typed in under the same reference counts as this. */
	private boolean countedIn(String order, List<StockLine> made) {
		if (made.isEmpty()) {
			return true;
		}
		SortedMap<String, Quantity> quantities = new TreeMap<>();
		made.forEach((line) -> quantities.merge(line.item(), line.quantity(), Quantity::plus));
		Result result = this.inward.receive(new Receipt("PROD-" + order, made.size(), quantities), RECEIVED_BY);
		return !(result instanceof Result.Refused(var refusal) && refusal.code() == FulfillmentRefusal.STOCK_BUSY);
	}

	private static List<StockLine> together(List<StockLine> released, List<StockLine> made) {
		SortedMap<Integer, StockLine> lines = new TreeMap<>();
		Stream.concat(released.stream(), made.stream())
			.forEach((line) -> lines.merge(line.line(), line,
					(one, other) -> new StockLine(one.line(), one.item(), one.quantity().plus(other.quantity()))));
		return List.copyOf(lines.values());
	}

}
