package io.gendan.review;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.order.OrderPlaced;

/**
 * What the review needs to know of a placed order.
 *
 * @param enteredBy user who entered it
 * @param customerId customer number
 * @param customer company name
 * @param total sum of the lines
 */
public record Placement(String enteredBy, String customerId, Personal customer, Money total) {

	static Placement of(OrderPlaced placed) {
		return new Placement(placed.enteredBy(), placed.customer().id(), placed.customer().name(), placed.total());
	}

}
