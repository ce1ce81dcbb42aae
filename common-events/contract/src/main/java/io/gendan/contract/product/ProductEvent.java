package io.gendan.contract.product;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Subject;

/** Events of order-service about the product list (REV-3, FUL-1). */
public sealed interface ProductEvent extends GendanEvent
		permits ProductListed, ProductChanged, ProductWithdrawn, ProductReinstated {

	/**
	 * The product this happened to.
	 * @return product number
	 */
	String product();

	@Override
	default String subject() {
		return new Subject(Subject.PRODUCT, product()).text();
	}

}
