package io.gendan.contract.review;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;

/**
 * The order goes on; the cancellation is not approved (REV-6).
 *
 * @param order order number
 * @param attempt which request
 * @param rejectedBy who rejected it
 * @param reason why
 */
@EventType("io.gendan.review.CancellationRejected.v1")
public record CancellationRejected(String order, int attempt, String rejectedBy,
		Personal reason) implements ReviewEvent {

}
