package io.gendan.contract;

/** Something that has happened to an order. */
public interface AboutOrder extends GendanEvent {

	/**
	 * The order this happened to.
	 * @return order number
	 */
	String order();

	@Override
	default String subject() {
		return order();
	}

}
