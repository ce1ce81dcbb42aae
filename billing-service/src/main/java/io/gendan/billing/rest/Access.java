package io.gendan.billing.rest;

/** Who may do what. */
final class Access {

	/** Everyone inside may look, and so may the auditor. */
	static final String READ = "hasAnyRole('salesperson','merchandiser','sales-manager','production','warehouse',"
			+ "'logistics','finance','service','general-manager','auditor','integration')";

	/** Money is booked by finance, or by the bank's system if it is granted that. */
	static final String BOOK = "hasAnyRole('finance','general-manager') or hasAuthority('receipts:book')";

	/** Money is taken back, given up or paid back by finance, not by another system. */
	static final String CLEAR = "hasAnyRole('finance','general-manager')";

	/** What was really delivered is agreed by finance or by customer service. */
	static final String AGREE = "hasAnyRole('finance','service','general-manager')";

	private Access() {
	}

}
