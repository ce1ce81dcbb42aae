package io.gendan.contract.order;

/** How the goods travel. */
public enum DeliveryMethod {

	ROAD, RAIL, AIR, SEA, EXPRESS, PICKUP

}
