package io.gendan.order;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.contract.product.ProductDetails;
import io.gendan.stage.FormReader;
import io.gendan.stage.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * What register and product list know of what a form names, as it was looked up for this
 * order, and the rules for the rest. It is handed in with the command, so that placing an
 * order depends on nothing else.
 */
public final class Known {

	/** Objects and short texts of a customer with a few contacts, sealed. */
	private static final long CUSTOMER = 4096;

	private static final long PRODUCT = 512;

	private final EntryRules rules;

	private final boolean theirs;

	private final KnownCustomer customer;

	private final Map<String, KnownProduct> products;

	/**
	 * What is known.
	 * @param rules what becomes of the rest
	 * @param theirs whether the caller may know of the customer; if not, the form is
	 * taken as if there were no register
	 * @param customer what the register says of the customer
	 * @param products what the product list says, by item
	 */
	public Known(EntryRules rules, boolean theirs, KnownCustomer customer, Map<String, KnownProduct> products) {
		this.rules = rules;
		this.theirs = theirs;
		this.customer = customer;
		this.products = Map.copyOf(products);
	}

	/**
	 * Neither customer nor items are known.
	 * @param rules what becomes of them
	 * @return to be handed in with a command
	 */
	public static Known nothing(EntryRules rules) {
		return new Known(rules, true, new KnownCustomer.Unknown(), Map.of());
	}

	/**
	 * The number by which a form names its customer, in the one spelling that it has.
	 * @param form what was filled in
	 * @return the number, null if there is none that a customer can have
	 */
	public static @Nullable String customer(OrderForm form) {
		return new FormReader().code("", form.customer().id(), PartyCheck.CODE);
	}

	/**
	 * The items that a form names, each in the one spelling that it has.
	 * @param form what was filled in
	 * @param maxLines lines of an order at the most
	 * @return item numbers; none of a form that has too many lines anyway
	 */
	public static Set<String> items(OrderForm form, int maxLines) {
		List<OrderForm.@Nullable Line> lines = form.lines();
		Set<String> items = new HashSet<>();
		if (lines.size() <= maxLines) {
			lines.forEach((line) -> {
				String item = (line != null) ? item(line) : null;
				if (item != null) {
					items.add(item);
				}
			});
		}
		return items;
	}

	/**
	 * The currency of a form, whether or not there is such a one.
	 * @param form what was filled in
	 * @return what it says, null if it says nothing that can be read
	 */
	public static @Nullable String currency(OrderForm form) {
		return Typed.text(form.currency());
	}

	static @Nullable String item(OrderForm.Line line) {
		return new FormReader().code("", line.item(), LineCheck.ITEM);
	}

	/**
	 * Whose orders a caller may touch when placing this one: also those of a customer
	 * whom the register gives them.
	 * @param form what was filled in
	 * @param visibility what the token says
	 * @return the same, or wider by that customer
	 */
	public Visibility visibility(OrderForm form, Visibility visibility) {
		String number = customer(form);
		return (this.theirs && number != null && this.customer instanceof KnownCustomer.Registered)
				? visibility.with(number) : visibility;
	}

	EntryRules rules() {
		return this.rules;
	}

	boolean theirs() {
		return this.theirs;
	}

	KnownCustomer customer() {
		return this.customer;
	}

	@Nullable KnownProduct product(String item) {
		return this.products.get(item);
	}

	/**
	 * What it takes to keep it.
	 * @return bytes, roughly
	 */
	long bytes() {
		long bytes = (this.customer instanceof KnownCustomer.Registered registered)
				? CUSTOMER * (1 + registered.details().contacts().size() / 2) : 0;
		for (KnownProduct product : this.products.values()) {
			bytes += PRODUCT + ((product instanceof KnownProduct.Listed listed) ? length(listed.details()) : 0);
		}
		return bytes;
	}

	private static long length(ProductDetails details) {
		String specification = details.specification();
		return 2L * (details.name().length() + ((specification != null) ? specification.length() : 0));
	}

	/** It holds personal texts. */
	@Override
	public String toString() {
		return "Known";
	}

}
