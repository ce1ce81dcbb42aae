package io.gendan.contract.product;

import io.gendan.contract.EventType;

/**
 * A product can be ordered from now on.
 *
 * @param product model or stock code
 * @param details what the list says of it
 */
@EventType("io.gendan.order.ProductListed.v1")
public record ProductListed(String product, ProductDetails details) implements ProductEvent {

}
