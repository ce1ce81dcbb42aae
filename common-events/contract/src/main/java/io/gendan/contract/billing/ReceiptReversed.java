package io.gendan.contract.billing;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;

/**
 * A receipt that was booked by mistake does not count any more (BIL-3).
 *
 * @param order order number
 * @param voucher voucher number of the receipt; it is not booked again for this order
 * @param amount amount of the receipt
 * @param outstanding what is due without it; negative when overpaid
 * @param settled whether invoice and receipts match without it
 * @param released whether the goods may leave without it
 * @param reason why
 */
@EventType("io.gendan.billing.ReceiptReversed.v1")
public record ReceiptReversed(String order, String voucher, Money amount, Money outstanding, boolean settled,
		boolean released, Personal reason) implements BillingEvent {

}
