package io.gendan.contract.billing;

import java.time.LocalDate;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;

/**
 * The due date has passed unpaid (BIL-2).
 *
 * @param order order number
 * @param outstanding what is due
 * @param dueOn when it was due
 */
@EventType("io.gendan.billing.PaymentOverdue.v1")
public record PaymentOverdue(String order, Money outstanding, LocalDate dueOn) implements BillingEvent {

}
