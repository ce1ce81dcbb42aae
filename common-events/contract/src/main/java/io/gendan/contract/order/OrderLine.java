package io.gendan.contract.order;

import io.gendan.contract.Money;
import io.gendan.contract.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order.
 *
 * @param line line number, from 1
 * @param item model or stock code
 * @param description what it is
 * @param specification specification
 * @param quantity how much, in units
 * @param unit unit of measure
 * @param unitPrice price of one unit
 * @param amount quantity times price, rounded half up to the currency's minor unit
 */
public record OrderLine(int line, String item, String description, @Nullable String specification, Quantity quantity,
		String unit, Money unitPrice, Money amount) {

}
