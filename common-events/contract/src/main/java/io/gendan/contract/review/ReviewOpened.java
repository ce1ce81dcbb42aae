package io.gendan.contract.review;

import java.time.Instant;

import io.gendan.contract.EventType;

/**
 * A review is due for a placed order (REV-1).
 *
 * @param order order number
 * @param round round of placing it reviews
 * @param dueAt end of the review time by the working calendar
 */
@EventType("io.gendan.review.ReviewOpened.v1")
public record ReviewOpened(String order, int round, Instant dueAt) implements ReviewEvent {

}
