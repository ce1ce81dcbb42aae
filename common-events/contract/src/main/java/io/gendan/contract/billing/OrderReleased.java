package io.gendan.contract.billing;

import io.gendan.contract.EventType;

/**
 * The terms are met: goods may leave (BIL-1, BIL-3).
 *
 * @param order order number
 * @param reason which term is met
 */
@EventType("io.gendan.billing.OrderReleased.v1")
public record OrderReleased(String order, String reason) implements BillingEvent {

}
