package io.gendan.order.customer.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.gendan.contract.Money;
import io.gendan.contract.customer.CustomerDetails;
import io.gendan.contract.customer.Standing;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.rest.Call;
import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerState;
import io.gendan.order.customer.Entry;
import io.gendan.order.customer.Erased;
import org.jspecify.annotations.Nullable;

/**
 * A customer as it is shown.
 *
 * @param customer customer number
 * @param state whether the register still says something of it
 * @param details who and where it is; to the customer without the salesperson
 * @param grade only for those who sell, settle and audit
 * @param creditLimit as the grade
 * @param standing as the grade
 * @param erased when and why it was erased, and by when the keys are gone everywhere
 */
record CustomerView(String customer, CustomerState state, @Nullable CustomerDetails details, @Nullable String grade,
		@Nullable Money creditLimit, @Nullable Standing standing, @Nullable Erased erased) {

	/** Roles that see the terms, as an access rule names them. */
	static final String SELLING = "'salesperson','merchandiser','sales-manager','general-manager','finance','auditor'";

	private static final Set<String> TERMS = Set.of("standing", "grade", "creditLimit", "creditCurrency");

	/** Of a customer the salesperson once more, so it is not shown. */
	static final String ENTERED_BY = "enteredBy";

	private static final String SALESPERSON = "salesperson";

	static Function<OrderSnapshot<Customer>, CustomerView> to(Call call) {
		boolean terms = sells(call);
		return (snapshot) -> {
			Customer customer = snapshot.state();
			Entry entry = customer.entry();
			if (entry == null) {
				return new CustomerView(customer.number(), customer.state(), null, null, null, null, customer.erased());
			}
			CustomerDetails details = call.byCustomer() ? withoutStaff(entry.details()) : entry.details();
			return new CustomerView(customer.number(), customer.state(), details, terms ? entry.grade() : null,
					terms ? entry.creditLimit() : null, terms ? entry.standing() : null, null);
		};
	}

	/**
	 * Whether it is known by when the keys are gone.
	 * @param shown a customer
	 * @return false as long as they are not destroyed
	 */
	static boolean isGone(@Nullable CustomerView shown) {
		return shown != null && shown.erased() != null && shown.erased().goneBy() != null;
	}

	/**
	 * Whether a caller must not know what a column says, and so finds nothing by it.
	 * @param column name of a column
	 * @param call who asks
	 * @return true if it is not shown
	 */
	static boolean hides(String column, Call call) {
		return (TERMS.contains(column) && !sells(call)) || (column.equals(SALESPERSON) && call.byCustomer());
	}

	static Map<String, Object> row(Map<String, Object> row, Call call) {
		Map<String, Object> shown = new LinkedHashMap<>(row);
		shown.keySet().removeIf((column) -> column.equals(ENTERED_BY) || hides(column, call));
		return shown;
	}

	private static boolean sells(Call call) {
		return SELLING.contains("'" + call.actor().role() + "'");
	}

	private static CustomerDetails withoutStaff(CustomerDetails details) {
		return new CustomerDetails(details.name(), details.creditCode(), details.contacts(), details.addresses(),
				details.invoiceTitle(), details.taxNumber(), details.paymentTerms(), null);
	}

}
