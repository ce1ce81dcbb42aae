package io.gendan.contract.customer;

import java.time.Instant;

import io.gendan.contract.EventType;

/**
 * The keys to the personal data of a customer are destroyed.
 *
 * @param customer customer number
 * @param goneBy by when they are gone from the broker's files too
 */
@EventType("io.gendan.order.ErasureCompleted.v1")
public record ErasureCompleted(String customer, Instant goneBy) implements CustomerEvent {

}
