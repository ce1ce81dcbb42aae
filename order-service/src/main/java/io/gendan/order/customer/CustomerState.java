package io.gendan.order.customer;

/** Whether the register still says something of a customer. */
public enum CustomerState {

	REGISTERED, ERASED

}
