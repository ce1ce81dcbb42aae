package io.gendan.contract.product;

import io.gendan.contract.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The list says something else of a product.
 *
 * @param product model or stock code
 * @param old what it said before
 * @param details what it says now
 * @param reason why
 */
@EventType("io.gendan.order.ProductChanged.v1")
public record ProductChanged(String product, ProductDetails old, ProductDetails details,
		@Nullable String reason) implements ProductEvent {

}
