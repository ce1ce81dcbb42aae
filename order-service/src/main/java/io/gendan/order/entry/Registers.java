package io.gendan.order.entry;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.gendan.contract.customer.CustomerDetails;
import io.gendan.contract.product.ProductDetails;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.StageGateway;
import io.gendan.order.EntryRules;
import io.gendan.order.Known;
import io.gendan.order.KnownCustomer;
import io.gendan.order.KnownProduct;
import io.gendan.order.OrderForm;
import io.gendan.order.OrderPolicy;
import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.product.Product;
import io.gendan.order.product.ProductCommand;
import io.gendan.stage.Owner;
import io.gendan.stage.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what register and product list know of what orders name: each is asked once,
 * however many orders come together.
 */
public final class Registers {

	private static final Found UNREADABLE = new Found(new KnownCustomer.Unreadable(), null);

	private final StageGateway<Customer, CustomerCommand> customers;

	private final StageGateway<Product, ProductCommand> products;

	private final EntryRules entered;

	private final EntryRules imported;

	private final ZoneId zone;

	private final int maxLines;

	/**
	 * The registers of a house.
	 * @param customers the customer register
	 * @param products the product list
	 * @param entered rules for orders that are entered one by one
	 * @param imported rules for orders of files
	 * @param policy the numbers by which orders are entered
	 */
	public Registers(StageGateway<Customer, CustomerCommand> customers, StageGateway<Product, ProductCommand> products,
			EntryRules entered, EntryRules imported, OrderPolicy policy) {
		this.customers = customers;
		this.products = products;
		this.entered = entered;
		this.imported = imported;
		this.zone = policy.zone();
		this.maxLines = policy.maxLines();
	}

	/**
	 * What is known for an order that is entered by itself.
	 * @param form what was filled in
	 * @param visibility whose orders the caller may see and touch
	 * @return what is known of the customer and items it names
	 */
	public Known entered(OrderForm form, Visibility visibility) {
		return lookedUp(List.of(form), visibility, this.entered).getFirst();
	}

	/**
	 * What is known for orders of a file.
	 * @param forms what was filled in
	 * @param visibility whose orders the uploader may see and touch
	 * @return what is known for each, in the same order
	 */
	public List<Known> imported(List<OrderForm> forms, Visibility visibility) {
		return lookedUp(forms, visibility, this.imported);
	}

	private List<Known> lookedUp(List<OrderForm> forms, Visibility visibility, EntryRules rules) {
		Map<String, Found> foundCustomers = customers(forms);
		Map<String, KnownProduct> foundProducts = products(forms);
		List<Known> known = new ArrayList<>(forms.size());
		for (OrderForm form : forms) {
			Map<String, KnownProduct> named = new HashMap<>();
			if (!foundProducts.isEmpty()) {
				for (String item : Known.items(form, this.maxLines)) {
					KnownProduct product = foundProducts.get(item);
					if (product != null) {
						named.put(item, product);
					}
				}
			}
			String number = Known.customer(form);
			Found customer = (number != null) ? foundCustomers.getOrDefault(number, Found.NOBODY) : Found.NOBODY;
			boolean theirs = number == null || visibility.serves(number) || visibility.admits(customer.owner());
			known.add(new Known(rules, theirs, customer.customer(), named));
		}
		return known;
	}

	private Map<String, Found> customers(List<OrderForm> forms) {
		Set<String> numbers = forms.stream().map(Known::customer).filter(Objects::nonNull).collect(Collectors.toSet());
		return numbers.isEmpty() ? Map.of() : this.customers.findAll(numbers, this::found, UNREADABLE);
	}

	private Map<String, KnownProduct> products(List<OrderForm> forms) {
		Set<String> items = new HashSet<>();
		Set<String> currencies = new HashSet<>();
		for (OrderForm form : forms) {
			items.addAll(Known.items(form, this.maxLines));
			String currency = Known.currency(form);
			if (currency != null) {
				currencies.add(currency);
			}
		}
		return items.isEmpty() ? Map.of() : this.products.findAll(items,
				(product) -> found(product.state(), currencies), new KnownProduct.Unreadable());
	}

	private Found found(OrderSnapshot<Customer> snapshot) {
		Customer customer = snapshot.state();
		if (customer.erased() != null) {
			return new Found(new KnownCustomer.Erased(LocalDate.ofInstant(customer.erased().erasedAt(), this.zone)),
					snapshot.owner());
		}
		return (customer.entry() != null) ? new Found(new KnownCustomer.Registered(needed(customer.entry().details()),
				customer.entry().grade(), customer.entry().standing()), snapshot.owner()) : Found.NOBODY;
	}

	/** Of its addresses only the first one is ever taken. */
	private static CustomerDetails needed(CustomerDetails details) {
		return new CustomerDetails(details.name(), details.creditCode(), details.contacts(),
				details.addresses().stream().limit(1).toList(), details.invoiceTitle(), details.taxNumber(),
				details.paymentTerms(), details.salesperson());
	}

	private static KnownProduct found(Product product, Set<String> currencies) {
		ProductDetails details = product.details();
		if (details == null) {
			return new KnownProduct.Unreadable();
		}
		return new KnownProduct.Listed(new ProductDetails(details.name(), details.specification(), details.unit(),
				details.supply(), details.taxRatePercent(),
				details.prices().stream().filter((price) -> currencies.contains(price.list().currency())).toList()),
				product.withdrawn());
	}

	/**
	 * A customer whom the register knows.
	 *
	 * @param customer what it says
	 * @param owner whose it is, null if nobody can tell
	 */
	private record Found(KnownCustomer customer, @Nullable Owner owner) {

		static final Found NOBODY = new Found(new KnownCustomer.Unknown(), null);

	}

}
