package io.gendan.contract.customer;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Subject;

/** Events of order-service about the customer register (ORD-1, X-2). */
public sealed interface CustomerEvent extends GendanEvent permits CustomerRegistered, CustomerChanged, CustomerGraded,
		CreditLimitChanged, StandingChanged, CustomerErased, ErasureCompleted {

	/**
	 * The customer this happened to.
	 * @return customer number
	 */
	String customer();

	@Override
	default String subject() {
		return new Subject(Subject.CUSTOMER, customer()).text();
	}

}
