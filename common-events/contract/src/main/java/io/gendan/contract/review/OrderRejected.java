package io.gendan.contract.review;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;

/**
 * The review has ended with rejection (REV-4).
 *
 * @param order order number
 * @param round round of placing
 * @param rejectedBy reviewer
 * @param reason why, for salesperson and customer
 */
@EventType("io.gendan.review.OrderRejected.v1")
public record OrderRejected(String order, int round, String rejectedBy, Personal reason) implements ReviewEvent {

}
