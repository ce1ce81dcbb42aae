package io.gendan.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.stage.Column;

/** What lists show of an order. */
final class OrderSummary {

	static final List<Column> COLUMNS = List.of(Column.oneOf("state", OrderState.class), Column.number("round"),
			Column.text("customerName").withIndex().forPersonal(), Column.text("currency"), Column.decimal("amount"),
			Column.number("lines"), Column.oneOf("paymentTerms", PaymentTerms.class),
			Column.date("requestedDelivery").withIndex(), Column.date("promisedDelivery").withIndex(),
			Column.oneOf("cancellation", Cancellation.Step.class).withIndex());

	private OrderSummary() {
	}

	static Map<String, Object> of(Order order) {
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("state", order.state().name());
		OrderPlaced placed = order.placed();
		if (placed != null) {
			summary.put("round", placed.round());
			summary.put("customerName", placed.customer().name());
			summary.put("currency", placed.total().currency());
			summary.put("amount", placed.total().amount().toPlainString());
			summary.put("lines", placed.lines().size());
			summary.put("paymentTerms", placed.paymentTerms().name());
			summary.put("requestedDelivery", placed.requestedDelivery().toString());
		}
		if (order.promisedDelivery() != null) {
			summary.put("promisedDelivery", order.promisedDelivery().toString());
		}
		Cancellation cancellation = order.cancellation();
		if (cancellation != null) {
			summary.put("cancellation", cancellation.step().name());
		}
		return summary;
	}

}
