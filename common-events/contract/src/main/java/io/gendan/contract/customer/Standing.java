package io.gendan.contract.customer;

/** Whether business is done with a customer (ORD-1). */
public enum Standing {

	GOOD, ON_HOLD, BLOCKED

}
