package io.gendan.contract.review;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The review has ended with approval (REV-4).
 *
 * @param order order number
 * @param round round of placing
 * @param approvedBy reviewer
 * @param remarks reviewer's remarks
 */
@EventType("io.gendan.review.OrderApproved.v1")
public record OrderApproved(String order, int round, String approvedBy,
		@Nullable Personal remarks) implements ReviewEvent {

}
