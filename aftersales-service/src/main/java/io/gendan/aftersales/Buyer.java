package io.gendan.aftersales;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.order.OrderPlaced;

/**
 * Who ordered, and by whose hand.
 *
 * @param customerId customer number
 * @param customer company name
 * @param total sum of the order
 * @param enteredBy user who entered it
 */
public record Buyer(String customerId, Personal customer, Money total, String enteredBy) {

	static Buyer of(OrderPlaced placed) {
		return new Buyer(placed.customer().id(), placed.customer().name(), placed.total(), placed.enteredBy());
	}

}
