package io.gendan.contract.fulfillment;

/** What a quality check looks at (FUL-4). */
public enum CheckAspect {

	QUANTITY, QUALITY, PACKAGING

}
