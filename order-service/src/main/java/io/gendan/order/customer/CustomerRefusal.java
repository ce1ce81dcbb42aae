package io.gendan.order.customer;

import io.gendan.stage.RefusalCode;

/** Why a customer, or something asked of it, is refused. */
public enum CustomerRefusal implements RefusalCode {

	/** Fields of the customer are at fault; each is told. */
	CUSTOMER_FIELDS_INVALID(Kind.INVALID),

	/** The customer number does not have its form. */
	CUSTOMER_NUMBER_INVALID(Kind.INVALID),

	/** The number in the body is not that of the address. */
	CUSTOMER_NUMBER_DISAGREES(Kind.INVALID),

	/** Something of a customer that has a command of its own. */
	CHANGED_BY_COMMAND(Kind.INVALID),

	/** What is shown in the place of a personal text, not that text. */
	TEXT_MASKED(Kind.INVALID),

	/** Not a file number: it could tell something about the customer. */
	REFERENCE_INVALID(Kind.INVALID),

	/** Not an e-mail address. */
	EMAIL_INVALID(Kind.INVALID),

	/** Grade, credit limit and standing are for managers to say. */
	TERMS_NOT_YOURS(Kind.FORBIDDEN),

	/** The number is taken: the register says something else of it. */
	CUSTOMER_REGISTERED(Kind.CONFLICT),

	/** The register has no customer with this number. */
	CUSTOMER_UNKNOWN(Kind.NOT_FOUND),

	/** The customer has been erased; nothing more is said of it. */
	CUSTOMER_ERASED(Kind.CONFLICT),

	/** The customer has not been erased. */
	CUSTOMER_NOT_ERASED(Kind.CONFLICT);

	private final Kind kind;

	CustomerRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

}
