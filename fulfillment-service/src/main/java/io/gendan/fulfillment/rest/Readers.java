package io.gendan.fulfillment.rest;

/** Who may read: everyone in the house, but no customer. */
final class Readers {

	static final String ONLY = "hasAnyRole('salesperson','merchandiser','sales-manager','production','warehouse',"
			+ "'logistics','finance','service','general-manager','auditor','integration')";

	private Readers() {
	}

}
