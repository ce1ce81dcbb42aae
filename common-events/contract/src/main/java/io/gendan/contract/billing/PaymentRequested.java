package io.gendan.contract.billing;

import java.time.LocalDate;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;
import io.gendan.contract.order.PaymentTerms;

/**
 * The customer is asked to pay (BIL-2).
 *
 * @param order order number
 * @param amount amount due
 * @param dueOn last day to pay
 * @param terms terms of the order
 */
@EventType("io.gendan.billing.PaymentRequested.v1")
public record PaymentRequested(String order, Money amount, LocalDate dueOn,
		PaymentTerms terms) implements BillingEvent {

}
