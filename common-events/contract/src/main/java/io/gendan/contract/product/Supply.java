package io.gendan.contract.product;

/** Where a product comes from when it is ordered (FUL-2, FUL-8, ORD-24). */
public enum Supply {

	MADE, BOUGHT, STOCKED, SERVICE

}
