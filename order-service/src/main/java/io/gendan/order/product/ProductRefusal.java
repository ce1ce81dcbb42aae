package io.gendan.order.product;

import io.gendan.stage.RefusalCode;

/** Why a product, or something asked of it, is refused. */
public enum ProductRefusal implements RefusalCode {

	/** Fields of the product are at fault; each is told. */
	PRODUCT_FIELDS_INVALID(Kind.INVALID),

	/** The product number does not have its form. */
	PRODUCT_NUMBER_INVALID(Kind.INVALID),

	/** The number in the body is not that of the address. */
	PRODUCT_NUMBER_DISAGREES(Kind.INVALID),

	/** Two prices for the same grade in the same currency. */
	PRICE_TWICE(Kind.INVALID),

	/** The lowest price is above the one that is offered. */
	FLOOR_ABOVE_LIST(Kind.INVALID),

	/** A tax rate below zero, or of more than a hundred percent. */
	TAX_RATE_INVALID(Kind.INVALID),

	/** The number is taken, and the list says something else of it. */
	PRODUCT_LISTED(Kind.CONFLICT),

	/** The product is withdrawn already. */
	PRODUCT_WITHDRAWN(Kind.CONFLICT),

	/** The product is not withdrawn. */
	PRODUCT_NOT_WITHDRAWN(Kind.CONFLICT);

	private final Kind kind;

	ProductRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

}
