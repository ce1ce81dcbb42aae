package io.gendan.order;

import java.time.LocalDate;

import io.gendan.contract.customer.CustomerDetails;
import io.gendan.contract.customer.Standing;

/** What the register says of the customer whom an order names (ORD-1). */
public sealed interface KnownCustomer {

	/** Nothing: nobody has entered it. */
	record Unknown() implements KnownCustomer {
	}

	/**
	 * It is in the register. Personal texts are as its events have them, sealed or not.
	 *
	 * @param details who and where it is
	 * @param grade A key … C
	 * @param standing whether business is done with it
	 */
	record Registered(CustomerDetails details, String grade, Standing standing) implements KnownCustomer {
	}

	/**
	 * It is erased, whether or not it had ever been registered.
	 *
	 * @param on day of the decision
	 */
	record Erased(LocalDate on) implements KnownCustomer {
	}

	/** Something that cannot be read. */
	record Unreadable() implements KnownCustomer {
	}

}
