package io.gendan.contract.aftersales;

import java.time.Instant;

import io.gendan.contract.EventType;

/**
 * The customer is asked to accept the delivered goods (AFT-1).
 *
 * @param order order number
 * @param dueAt when the follow-up call is due
 */
@EventType("io.gendan.aftersales.AcceptanceRequested.v1")
public record AcceptanceRequested(String order, Instant dueAt) implements AftersalesEvent {

}
