package io.gendan.order.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.HistoryEntry;
import io.gendan.messaging.OrderPage;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.StageGateway;
import io.gendan.order.EntryRules;
import io.gendan.order.OrderPolicy;
import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.product.Product;
import io.gendan.order.product.ProductCommand;
import io.gendan.messaging.query.ListFilter;
import io.gendan.messaging.query.ListPosition;
import io.gendan.messaging.query.ListSort;
import io.gendan.stage.Owner;
import io.gendan.stage.Visibility;
import org.jspecify.annotations.Nullable;

/** A register to look things up in, which counts how often it is asked. */
public final class FakeRegister<S, C> implements StageGateway<S, C> {

	private final Map<String, OrderSnapshot<S>> entries = new HashMap<>();

	private final List<Set<String>> asked = new ArrayList<>();

	/**
	 * Registers in which nothing stands.
	 * @param policy how orders are entered
	 * @return which let everything be named
	 */
	public static Registers nothing(OrderPolicy policy) {
		return of(new FakeRegister<>(), new FakeRegister<>(), EntryRules.OPEN, policy);
	}

	/**
	 * Registers for orders of files.
	 * @param customers the customer register
	 * @param products the product list
	 * @param imported rules for files; one by one everything may be named
	 * @param policy how orders are entered
	 * @return the registers
	 */
	public static Registers of(FakeRegister<Customer, CustomerCommand> customers,
			FakeRegister<Product, ProductCommand> products, EntryRules imported, OrderPolicy policy) {
		return new Registers(customers, products, EntryRules.OPEN, imported, policy);
	}

	/**
	 * Enters something.
	 * @param number its number
	 * @param state what is said of it
	 * @param salesperson whose it is
	 * @return this
	 */
	public FakeRegister<S, C> with(String number, S state, String salesperson) {
		this.entries.put(number, new OrderSnapshot<>(number, 1, state, new Owner(number, salesperson)));
		return this;
	}

	/**
	 * What has been asked for.
	 * @return numbers, by question
	 */
	public List<Set<String>> asked() {
		return this.asked;
	}

	@Override
	public Map<String, OrderSnapshot<S>> findAll(Collection<String> orders) {
		this.asked.add(Set.copyOf(orders));
		Map<String, OrderSnapshot<S>> found = new HashMap<>(this.entries);
		found.keySet().retainAll(orders);
		return found;
	}

	@Override
	public CommandResult<S> execute(CommandRequest<C> request) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<CommandResult<S>> executeAll(List<CommandRequest<C>> requests) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<OrderSnapshot<S>> find(String order) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<List<HistoryEntry>> history(String order, long before, int limit) {
		throw new UnsupportedOperationException();
	}

	@Override
	public OrderPage page(ListFilter filter, ListSort sort, Visibility visibility, @Nullable ListPosition after,
			int limit) {
		throw new UnsupportedOperationException();
	}

}
