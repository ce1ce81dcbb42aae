package io.gendan.contract.billing;

import io.gendan.contract.Quantity;

/**
 * How much of an order line was delivered.
 *
 * @param line order line
 * @param quantity from zero to what was ordered
 */
public record DeliveredLine(int line, Quantity quantity) {

}
