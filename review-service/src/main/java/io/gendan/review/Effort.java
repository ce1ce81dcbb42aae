package io.gendan.review;

import io.gendan.contract.Money;
import io.gendan.contract.order.WorkDone;
import org.jspecify.annotations.Nullable;

/**
 * What giving an order up undoes and costs (ORD-11).
 *
 * @param cost what it costs the company as the requester told it, null if not told
 * @param work what had been done for the order when it was asked for
 */
public record Effort(@Nullable Money cost, WorkDone work) {

	/** Whether the cost is known where it has to be: once production has begun. */
	boolean told(@Nullable Money byReviewer) {
		return this.work.productionPercent() == null || this.cost != null || byReviewer != null;
	}

	@Nullable Money cost(@Nullable Money byReviewer) {
		return (byReviewer != null) ? byReviewer : this.cost;
	}

}
