package io.gendan.contract.review;

import java.time.Instant;

import io.gendan.contract.EventType;

/**
 * The review time has run out; the next level is told (REV-2).
 *
 * @param order order number
 * @param round round of placing
 * @param dueAt when it was due
 * @param escalatedTo role that is told
 */
@EventType("io.gendan.review.ReviewOverdue.v1")
public record ReviewOverdue(String order, int round, Instant dueAt, String escalatedTo) implements ReviewEvent {

}
