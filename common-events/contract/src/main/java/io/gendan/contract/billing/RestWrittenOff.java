package io.gendan.contract.billing;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;

/**
 * Finance no longer asks for the rest of an invoice (BIL-3).
 *
 * @param order order number
 * @param amount what was outstanding and is given up
 * @param reason why
 */
@EventType("io.gendan.billing.RestWrittenOff.v1")
public record RestWrittenOff(String order, Money amount, Personal reason) implements BillingEvent {

}
