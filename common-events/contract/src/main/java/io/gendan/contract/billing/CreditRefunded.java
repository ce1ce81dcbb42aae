package io.gendan.contract.billing;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;

/**
 * Money that the customer had paid too much, or for an order that was cancelled, has been
 * paid back (BIL-6).
 *
 * @param order order number
 * @param voucher voucher number of the refund
 * @param amount what was paid back
 * @param credit what is still kept for the customer
 */
@EventType("io.gendan.billing.CreditRefunded.v1")
public record CreditRefunded(String order, String voucher, Money amount, Money credit) implements BillingEvent {

}
