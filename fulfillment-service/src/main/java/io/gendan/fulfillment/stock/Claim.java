package io.gendan.fulfillment.stock;

import io.gendan.contract.Quantity;

/**
 * A part of an item set aside for an order whose reservation is not yet known to be
 * recorded as a whole.
 *
 * @param order order number
 * @param line order line
 * @param quantity how much, greater than zero
 */
record Claim(String order, int line, Quantity quantity) {

	boolean isFor(String otherOrder, int otherLine) {
		return this.line == otherLine && this.order.equals(otherOrder);
	}

}
