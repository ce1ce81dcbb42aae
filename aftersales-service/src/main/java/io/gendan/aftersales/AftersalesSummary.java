package io.gendan.aftersales;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.stage.Column;

/** The fields by which the list of after-sales shows and filters. */
final class AftersalesSummary {

	static final List<Column> COLUMNS = List.of(Column.oneOf("state", AftersalesState.class),
			Column.flag("surveyAnswered"), Column.text("customer").withIndex().forPersonal(), Column.decimal("amount"),
			Column.text("currency"), Column.date("deliveredAt"), Column.oneOf("condition", GoodsCondition.class),
			Column.number("differences"), Column.date("followUpDueAt").withIndex(), Column.date("serviceUntil"));

	private AftersalesSummary() {
	}

	static Map<String, Object> of(Aftersales state) {
		Map<String, Object> fields = new HashMap<>();
		fields.put("state", state.state().name());
		fields.put("surveyAnswered", state.survey() != null);
		if (state.buyer() instanceof Buyer buyer) {
			fields.put("customer", buyer.customer());
			fields.put("amount", buyer.total().amount().toPlainString());
			fields.put("currency", buyer.total().currency());
		}
		if (state.delivery() instanceof Delivery delivery) {
			fields.put("deliveredAt", delivery.at().toString());
			fields.put("condition", delivery.condition().name());
			fields.put("differences", delivery.differences().size());
		}
		if (state.followUpDueAt() != null) {
			fields.put("followUpDueAt", state.followUpDueAt().toString());
		}
		if (state.acceptance() instanceof Acceptance acceptance) {
			fields.put("serviceUntil", acceptance.serviceUntil().toString());
		}
		return Map.copyOf(fields);
	}

}
