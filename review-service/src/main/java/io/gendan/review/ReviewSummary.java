package io.gendan.review;

import java.util.HashMap;
import java.util.Map;

/** The fields by which the list of reviews shows and filters. */
final class ReviewSummary {

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
