package io.gendan.order;

import java.util.Objects;

/**
 * What becomes of orders that name what nobody has entered here (ORD-1, ORD-4).
 *
 * @param unknownCustomers orders of customers who are not in the register
 * @param freeTextItems lines whose item is not on the product list
 */
public record EntryRules(Rule unknownCustomers, Rule freeTextItems) {

	/** Everything may be named. */
	public static final EntryRules OPEN = new EntryRules(Rule.ALLOW, Rule.ALLOW);

	/**
	 * Rules.
	 * @throws NullPointerException if one of them is not set
	 */
	public EntryRules {
		Objects.requireNonNull(unknownCustomers, "unknown-customers must be allow or refuse");
		Objects.requireNonNull(freeTextItems, "free-text-items must be allow or refuse");
	}

	/** What is done about it. */
	public enum Rule {

		/** It is taken as it is written. */
		ALLOW,

		/** It is refused at its field. */
		REFUSE

	}

}
