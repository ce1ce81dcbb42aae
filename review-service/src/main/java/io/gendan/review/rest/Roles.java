package io.gendan.review.rest;

/** Who may do what. */
final class Roles {

	/** Everybody in the house may read; a customer may not. */
	static final String READING = "hasAnyRole('salesperson','merchandiser','sales-manager','production','warehouse',"
			+ "'logistics','finance','service','general-manager','auditor','integration')";

	/** Managers decide. */
	static final String REVIEWING = "hasAnyRole('sales-manager','general-manager')";

	private Roles() {
	}

}
