package io.gendan.contract.billing;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;

/**
 * Invoice and receipts match (BIL-5).
 *
 * @param order order number
 * @param invoiced gross sum invoiced
 * @param received sum received
 * @param credit overpayment kept for the customer, zero when none
 */
@EventType("io.gendan.billing.OrderSettled.v1")
public record OrderSettled(String order, Money invoiced, Money received, Money credit) implements BillingEvent {

}
