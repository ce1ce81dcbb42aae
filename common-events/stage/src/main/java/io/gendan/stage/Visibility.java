package io.gendan.stage;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a caller may see and touch: the one place that decides whose orders are whose
 * . Lists, reads, commands and imports all ask here. Nobody owns anything by
 * default.
 *
 * @param everything whether every order is theirs
 * @param customers numbers of the customers whose orders are theirs
 * @param enteredBy user whose own entries are theirs as well, null if entering makes no
 * difference
 */
public record Visibility(boolean everything, Set<String> customers, @Nullable String enteredBy) {

	/**
	 * Every order: for the policies of the house and for those who serve all customers.
	 */
	public static final Visibility EVERYTHING = new Visibility(true, Set.of(), null);

	/** No order at all. */
	public static final Visibility NOTHING = new Visibility(false, Set.of(), null);

	/** Stands for every customer in a token. */
	public static final String EVERY_CUSTOMER = "*";

	private static final String CUSTOMER = "customer";

	private static final String SALESPERSON = "salesperson";

	/** Who works on the orders of all customers, or audits them. */
	private static final Set<String> WHOLE_HOUSE = Set.of("merchandiser", "sales-manager", "general-manager",
			"production", "warehouse", "logistics", "finance", "service", "auditor", "integration");

	public Visibility {
		customers = Set.copyOf(customers);
	}

	/**
	 * What somebody may see.
	 * @param roles the roles in which they act
	 * @param customers customer numbers their token names; {@value #EVERY_CUSTOMER} for
	 * all
	 * @param user their user id
	 * @return the union over the roles; nothing for a role that is not known here
	 */
	public static Visibility of(Collection<String> roles, Collection<String> customers, String user) {
		boolean sells = roles.contains(SALESPERSON);
		boolean owns = sells || roles.contains(CUSTOMER);
		if (roles.stream().anyMatch(WHOLE_HOUSE::contains) || (owns && customers.contains(EVERY_CUSTOMER))) {
			return EVERYTHING;
		}
		return owns ? new Visibility(false, Set.copyOf(customers), sells ? user : null) : NOTHING;
	}

	/**
	 * The same with the orders of one more customer.
	 * @param customerId number of a customer who is theirs, whatever the token says
	 * @return wider by that customer
	 */
	public Visibility with(String customerId) {
		if (serves(customerId)) {
			return this;
		}
		Set<String> more = new HashSet<>(this.customers);
		more.add(customerId);
		return new Visibility(false, more, this.enteredBy);
	}

	/**
	 * Whether an order may be seen and touched.
	 * @param owner whose it is, null if that is not known yet
	 * @return false if it must look as if there were no such order
	 */
	public boolean admits(@Nullable Owner owner) {
		return this.everything || owner == Owner.HOUSE
				|| (owner != null && (serves(owner.customerId()) || owner.enteredBy().equals(this.enteredBy)));
	}

	/**
	 * Whether an order may be given to a customer.
	 * @param customerId number of the customer
	 * @return false if that customer is another's
	 */
	public boolean serves(String customerId) {
		return this.everything || this.customers.contains(customerId);
	}

}
