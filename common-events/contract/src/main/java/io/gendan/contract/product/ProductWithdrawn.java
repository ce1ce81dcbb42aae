package io.gendan.contract.product;

import io.gendan.contract.EventType;

/**
 * A product can no longer be ordered; orders that have it go on.
 *
 * @param product model or stock code
 * @param reason why
 */
@EventType("io.gendan.order.ProductWithdrawn.v1")
public record ProductWithdrawn(String product, String reason) implements ProductEvent {

}
