package io.gendan.contract.fulfillment;

import io.gendan.contract.Quantity;

/**
 * A line that stock does not cover.
 *
 * @param line order line
 * @param item stock code
 * @param required ordered
 * @param missing ordered less reserved
 */
public record ShortLine(int line, String item, Quantity required, Quantity missing) {

}
