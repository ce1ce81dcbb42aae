package io.gendan.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.gendan.stage.Column;

/** The fields by which the list of reviews shows and filters. */
final class ReviewSummary {

	static final List<Column> COLUMNS = List.of(Column.oneOf("state", ReviewState.class),
			Column.text("customer").withIndex().forPersonal(), Column.decimal("amount"), Column.text("currency"),
			Column.number("round"), Column.date("dueAt").withIndex(), Column.flag("overdue"),
			Column.oneOf("cancellation", Cancelling.State.class).withIndex());

	private ReviewSummary() {
	}

	static Map<String, Object> of(Review review) {
		Map<String, Object> fields = new HashMap<>();
		fields.put("state", review.state().name());
		Placement placement = review.placement();
		if (placement != null) {
			fields.put("customer", placement.customer());
			fields.put("amount", placement.total().amount().toPlainString());
			fields.put("currency", placement.total().currency());
		}
		if (!review.rounds().isEmpty()) {
			Round latest = review.rounds().getLast();
			fields.put("round", latest.number());
			fields.put("dueAt", latest.dueAt().toString());
			fields.put("overdue", latest.overdue());
		}
		Cancelling cancelling = review.cancelling();
		if (cancelling != null) {
			fields.put("cancellation", cancelling.state().name());
		}
		return Map.copyOf(fields);
	}

}
