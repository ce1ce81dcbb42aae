package io.gendan.stage;

/**
 * Whose an order is: what {@link Visibility} decides by.
 *
 * @param customerId number of the customer who orders
 * @param enteredBy user who entered it
 */
public record Owner(String customerId, String enteredBy) {

	/** What belongs to no customer: whoever may read such things at all may read it. */
	public static final Owner HOUSE = new Owner("", "");

}
