package io.gendan.contract.fulfillment;

import io.gendan.contract.Quantity;

/**
 * A quantity of an item for one order line.
 *
 * @param line order line
 * @param item stock code
 * @param quantity how much
 */
public record StockLine(int line, String item, Quantity quantity) {

}
