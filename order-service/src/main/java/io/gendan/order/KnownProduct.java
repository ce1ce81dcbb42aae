package io.gendan.order;

import io.gendan.contract.product.ProductDetails;

/** What the product list says of an item that an order names (ORD-4). */
public sealed interface KnownProduct {

	/**
	 * It is on the list.
	 *
	 * @param details what the list says of it
	 * @param withdrawn whether it can no longer be ordered
	 */
	record Listed(ProductDetails details, boolean withdrawn) implements KnownProduct {
	}

	/** Something that cannot be read. */
	record Unreadable() implements KnownProduct {
	}

}
