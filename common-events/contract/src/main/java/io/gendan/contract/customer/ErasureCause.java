package io.gendan.contract.customer;

/** Why the personal data of a customer are erased. */
public enum ErasureCause {

	CUSTOMER_REQUEST, RETENTION_ENDED, AUTHORITY_ORDER

}
