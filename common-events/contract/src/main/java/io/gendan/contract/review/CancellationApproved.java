package io.gendan.contract.review;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.order.WorkDone;
import org.jspecify.annotations.Nullable;

/**
 * The order may be given up (REV-6).
 *
 * @param order order number
 * @param attempt which request
 * @param approvedBy who approved
 * @param remarks reviewer's remarks
 * @param cost what giving up costs the company, told whenever production has begun
 * @param work what had been done for the order when it was asked for
 */
@EventType("io.gendan.review.CancellationApproved.v1")
public record CancellationApproved(String order, int attempt, String approvedBy, @Nullable Personal remarks,
		@Nullable Money cost, WorkDone work) implements ReviewEvent {

}
