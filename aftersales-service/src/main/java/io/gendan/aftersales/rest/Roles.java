package io.gendan.aftersales.rest;

/** Who may do what. */
final class Roles {

	/** Everybody in the house may read the list; a customer may not. */
	static final String READING = "hasAnyRole('salesperson','merchandiser','sales-manager','production','warehouse',"
			+ "'logistics','finance','service','general-manager','auditor','integration')";

	/** A customer may look at its own order. */
	static final String FOLLOWING = "hasAnyRole('customer','salesperson','merchandiser','sales-manager','production',"
			+ "'warehouse','logistics','finance','service','general-manager','auditor','integration')";

	/** The customer speaks, or somebody who has the customer on the telephone. */
	static final String SPEAKING_FOR_THE_CUSTOMER = "hasAnyRole('customer','salesperson','service')";

	/** Customer service and managers close early. */
	static final String CLOSING = "hasAnyRole('service','sales-manager','general-manager')";

	private Roles() {
	}

}
