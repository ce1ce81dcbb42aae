package io.gendan.fulfillment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Personal;
import io.gendan.stage.Column;

/** The fields by which lists of fulfillments are shown and filtered. */
final class FulfillmentSummary {

	static final List<Column> COLUMNS = List.of(Column.oneOf("state", Phase.class), Column.number("lines"),
			Column.number("attempts"), Column.number("parcels"), Column.text("customer").withIndex().forPersonal(),
			Column.date("promisedDelivery").withIndex(), Column.number("percent"), Column.date("expectedCompletion"),
			Column.flag("stockReleased"), Column.flag("delayed"));

	private FulfillmentSummary() {
	}

	static Map<String, Object> of(Fulfillment state) {
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("state", state.phase().name());
		summary.put("lines", state.demand().lines().size());
		summary.put("attempts", state.inspection().attempts());
		summary.put("parcels", state.parcels().size());
		Personal customer = state.demand().customer();
		if (customer != null) {
			summary.put("customer", customer);
		}
		LocalDate promised = state.demand().promised();
		if (promised != null) {
			summary.put("promisedDelivery", promised.toString());
		}
		Production running = state.goods().production();
		if (running != null) {
			summary.put("percent", running.percent());
			summary.put("expectedCompletion", running.expectedCompletion().toString());
		}
		if (state.demand().cancelled()) {
			summary.put("stockReleased", !state.holdsStockForNothing());
		}
		summary.put("delayed", state.goods().delayTold() != null);
		return summary;
	}

}
