package io.gendan.contract.fulfillment;

import io.gendan.contract.Quantity;

/**
 * A part of an order line that nobody can be given any more.
 *
 * @param line order line
 * @param item stock code
 * @param quantity how much
 * @param aspect {@code QUANTITY} for what is lost, {@code QUALITY} for what is damaged
 */
public record UnfitLine(int line, String item, Quantity quantity, CheckAspect aspect) {

}
