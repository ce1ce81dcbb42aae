package io.gendan.order.product;

/** Whether a product can be ordered. */
public enum ProductState {

	/** It can. */
	LISTED,

	/** It can no longer; orders that have it go on. */
	WITHDRAWN

}
