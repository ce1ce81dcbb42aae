package io.gendan.contract.billing;

import java.util.List;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;

/**
 * What was really delivered is agreed: the invoice can be written (LOG-6, BIL-4). A
 * further decision takes the place of the one before and of what followed from it:
 * invoice, payment notice and settlement.
 *
 * @param order order number
 * @param lines every line of the order with the quantity that is invoiced
 * @param reason what was agreed
 */
@EventType("io.gendan.billing.DifferencesDecided.v1")
public record DifferencesDecided(String order, List<DeliveredLine> lines, Personal reason) implements BillingEvent {

	public DifferencesDecided {
		lines = List.copyOf(lines);
	}

}
