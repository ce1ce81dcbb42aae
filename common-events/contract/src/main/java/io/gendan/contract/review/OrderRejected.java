package io.gendan.contract.review;

import io.gendan.contract.EventType;

/**
 * The review has ended with rejection (REV-4).
 *
 * @param order order number
 * @param round round of placing
 * @param rejectedBy reviewer
 * @param reason why, for salesperson and customer
 */
@EventType("io.gendan.review.OrderRejected.v1")
public record OrderRejected(String order, int round, String rejectedBy, String reason) implements ReviewEvent {

}
