package io.gendan.contract.product;

import io.gendan.contract.EventType;

/**
 * A withdrawn product can be ordered again.
 *
 * @param product model or stock code
 * @param reason why
 */
@EventType("io.gendan.order.ProductReinstated.v1")
public record ProductReinstated(String product, String reason) implements ProductEvent {

}
