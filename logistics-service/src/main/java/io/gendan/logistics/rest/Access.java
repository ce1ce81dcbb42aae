package io.gendan.logistics.rest;

/** Who may do what. */
final class Access {

	/** Everyone inside may look, and so may the auditor. */
	static final String READ = "hasAnyRole('salesperson','merchandiser','sales-manager','production','warehouse',"
			+ "'logistics','finance','service','general-manager','auditor','integration')";

	/** Goods leave and arrive by the hands of logistics. */
	static final String SHIP = "hasAnyRole('logistics','general-manager')";

	/** Reports also come from the carriers' systems, if they are granted that. */
	static final String REPORT = "hasAnyRole('logistics','general-manager') or hasAuthority('tracking:report')";

	private Access() {
	}

}
