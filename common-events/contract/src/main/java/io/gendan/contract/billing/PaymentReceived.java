package io.gendan.contract.billing;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;

/**
 * Money has arrived (BIL-3).
 *
 * @param order order number
 * @param voucher voucher number of the receipt
 * @param amount amount received
 * @param outstanding what is still due; negative when overpaid
 */
@EventType("io.gendan.billing.PaymentReceived.v1")
public record PaymentReceived(String order, String voucher, Money amount, Money outstanding) implements BillingEvent {

}
