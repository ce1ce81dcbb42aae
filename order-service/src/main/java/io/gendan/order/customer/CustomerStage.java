package io.gendan.order.customer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.Service;
import io.gendan.contract.Subject;
import io.gendan.contract.customer.CreditLimitChanged;
import io.gendan.contract.customer.CustomerAddress;
import io.gendan.contract.customer.CustomerChanged;
import io.gendan.contract.customer.CustomerDetails;
import io.gendan.contract.customer.CustomerErased;
import io.gendan.contract.customer.CustomerEvent;
import io.gendan.contract.customer.CustomerGraded;
import io.gendan.contract.customer.CustomerRegistered;
import io.gendan.contract.customer.ErasureCompleted;
import io.gendan.contract.customer.Standing;
import io.gendan.contract.customer.StandingChanged;
import io.gendan.order.Grades;
import io.gendan.order.OrderPolicy;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.LongLived;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.Stage;
import io.gendan.stage.StreamKind;
import org.jspecify.annotations.Nullable;

/**
 * The customer register (ORD-1): an entry belongs to its customer and to the salesperson
 * who looks after it, and all that changes it is an event.
 */
public final class CustomerStage implements Stage<Customer, CustomerCommand, CustomerEvent> {

	/** What customers are called. */
	public static final StreamKind KIND = new StreamKind(Subject.CUSTOMER, "customers", "customer", "客户", true);

	/** Characters of a customer number at the most, as in orders. */
	public static final int LONGEST_NUMBER = 40;

	private final CustomerDecisions decisions;

	/**
	 * The register.
	 * @param policy currencies that credit limits are checked by
	 */
	public CustomerStage(OrderPolicy policy) {
		this.decisions = new CustomerDecisions(policy);
	}

	@Override
	public Service service() {
		return Service.ORDER;
	}

	@Override
	public StreamKind kind() {
		return KIND;
	}

	@Override
	public Optional<LongLived<Customer>> longLived() {
		return Optional.of(new LongLived<>(Customer.class, 1));
	}

	@Override
	public Customer initial(String number) {
		return new Customer(number, null, null);
	}

	@Override
	public Customer evolve(Customer customer, GendanEvent event) {
		return switch (event) {
			case CustomerRegistered registered when customer.erased() == null ->
				customer.with(new Entry(registered.details(), registered.grade(), registered.creditLimit(),
						registered.standing()));
			case CustomerChanged changed -> customer.with((entry) -> entry.with(changed.after()));
			case CustomerGraded graded -> customer.with((entry) -> entry.with(graded.grade()));
			case CreditLimitChanged changed -> customer.with((entry) -> entry.with(changed.limit()));
			case StandingChanged changed -> customer.with((entry) -> entry.with(changed.standing()));
			case CustomerErased erased -> customer.without(new Erased(erased.erasedAt(), erased.cause(), null));
			case ErasureCompleted completed when customer.erased() != null ->
				customer.without(customer.erased().goneBy(completed.goneBy()));
			default -> customer;
		};
	}

	/**
	 * Orders may name customers whom nobody has registered, and they can be erased too.
	 */
	@Override
	public boolean opens(CustomerCommand command) {
		return command instanceof CustomerCommand.Register || command instanceof CustomerCommand.Erase;
	}

	@Override
	public Outcome<CustomerEvent> decide(Customer customer, CustomerCommand command, Context context) {
		return this.decisions.decide(customer, command, context);
	}

	@Override
	public Optional<Owner> owner(Customer customer) {
		if (customer.entry() == null && customer.erased() == null) {
			return Optional.empty();
		}
		String salesperson = (customer.entry() != null) ? customer.entry().details().salesperson() : null;
		return Optional.of(new Owner(customer.number(), Objects.requireNonNullElse(salesperson, "")));
	}

	@Override
	public List<Column> columns() {
		return List.of(Column.oneOf("state", CustomerState.class), Column.oneOf("standing", Standing.class),
				Column.choice("grade", Grades.ALL), Column.text("name").withIndex().forPersonal(),
				Column.text("salesperson"), Column.text("country"), Column.decimal("creditLimit"),
				Column.text("creditCurrency"));
	}

	@Override
	public Map<String, Object> summary(Customer customer) {
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("state", customer.state().name());
		Entry entry = customer.entry();
		if (entry != null) {
			CustomerDetails details = entry.details();
			summary.put("standing", entry.standing().name());
			summary.put("grade", entry.grade());
			summary.put("name", details.name());
			putIfSaid(summary, "salesperson", details.salesperson());
			putIfSaid(summary, "country",
					details.addresses().stream().findFirst().map(CustomerAddress::country).orElse(null));
			Money limit = entry.creditLimit();
			if (limit != null) {
				summary.put("creditLimit", limit.amount().toPlainString());
				summary.put("creditCurrency", limit.currency());
			}
		}
		return summary;
	}

	private static void putIfSaid(Map<String, Object> summary, String column, @Nullable String value) {
		if (value != null) {
			summary.put(column, value);
		}
	}

}
