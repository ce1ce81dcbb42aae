package io.gendan.aftersales;

import io.gendan.contract.Money;
import io.gendan.contract.order.OrderPlaced;

/**
 * Who ordered, as far as lists show it.
 *
 * @param customerId customer number
 * @param customer company name
 * @param total sum of the order
 */
public record Buyer(String customerId, String customer, Money total) {

	static Buyer of(OrderPlaced placed) {
		return new Buyer(placed.customer().id(), placed.customer().name(), placed.total());
	}

}
