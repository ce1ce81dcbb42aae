package io.gendan.contract.order;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed order shall be given up; the review decides (ORD-11, REV-6).
 *
 * @param order order number
 * @param attempt 1 for the first request, one more for each after it
 * @param requestedBy who asks
 * @param role the role in which they ask
 * @param reason why
 * @param cost what giving up costs the company, as far as the requester knows it
 * @param work what has been done for the order by now
 */
@EventType("io.gendan.order.CancellationRequested.v1")
public record CancellationRequested(String order, int attempt, String requestedBy, String role, Personal reason,
		@Nullable Money cost, WorkDone work) implements OrderEvent {

}
