package io.gendan.order.product;

import io.gendan.contract.product.ProductDetails;
import org.jspecify.annotations.Nullable;

/**
 * A product as the list has it.
 *
 * @param number model or stock code
 * @param details what the list says of it, null before it is listed
 * @param withdrawn whether it can no longer be ordered
 */
public record Product(String number, @Nullable ProductDetails details, boolean withdrawn) {

	/**
	 * Whether it can be ordered.
	 * @return the state
	 */
	public ProductState state() {
		return this.withdrawn ? ProductState.WITHDRAWN : ProductState.LISTED;
	}

	Product with(ProductDetails newDetails) {
		return new Product(this.number, newDetails, this.withdrawn);
	}

	Product with(boolean nowWithdrawn) {
		return new Product(this.number, this.details, nowWithdrawn);
	}

}
