package io.gendan.order.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.customer.CustomerForm;
import io.gendan.order.customer.CustomerRefusal;
import io.gendan.order.customer.TermsForm;
import io.gendan.stage.Outcome;
import io.gendan.stage.Privacy;
import io.gendan.stage.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads files into the customer register (ORD-1). Each row may have a contact and an
 * address; contacts, or addresses, that a file names take the place of those before.
 */
final class CustomerRegister implements Register<Customer, CustomerCommand> {

	private static final CustomerForm NOTHING = new CustomerForm(null, null, List.of(), List.of(), null, null, null,
			null);

	private static final List<CustomerField> TERMS = List.of(CustomerField.GRADE, CustomerField.CREDIT_LIMIT,
			CustomerField.STANDING);

	@Override
	public ImportKind kind() {
		return ImportKind.CUSTOMERS;
	}

	@Override
	public CustomerCommand entry(EntryFiller rows, @Nullable Customer known, Privacy privacy) {
		CustomerForm before = NOTHING;
		if (known != null && known.entry() != null) {
			KnownCustomer register = new KnownCustomer(known.entry().details(), privacy);
			before = register.form();
			if (!register.readable()) {
				rows.refused(CustomerField.NUMBER, ImportRefusal.ORDER_NOT_WRITTEN, Map.of("order", rows.number()));
			}
		}
		List<CustomerForm.@Nullable Person> contacts = contacts(rows);
		List<CustomerForm.@Nullable Place> addresses = addresses(rows);
		return new CustomerCommand.Register(new CustomerForm(rows.value(CustomerField.NAME, before.name()),
				rows.value(CustomerField.CREDIT_CODE, before.creditCode()),
				contacts.isEmpty() ? before.contacts() : contacts, addresses.isEmpty() ? before.addresses() : addresses,
				rows.value(CustomerField.INVOICE_TITLE, before.invoiceTitle()),
				rows.value(CustomerField.TAX_NUMBER, before.taxNumber()),
				rows.value(CustomerField.PAYMENT_TERMS, before.paymentTerms()),
				rows.value(CustomerField.SALESPERSON, before.salesperson())), terms(rows));
	}

	private static List<CustomerForm.@Nullable Person> contacts(EntryFiller rows) {
		List<CustomerForm.@Nullable Person> contacts = new ArrayList<>();
		for (int row = 0; row < rows.items("contacts"); row++) {
			contacts.add(new CustomerForm.Person(rows.value(row, CustomerField.CONTACT_NAME),
					rows.value(row, CustomerField.CONTACT_FUNCTION), rows.value(row, CustomerField.CONTACT_PHONE),
					rows.value(row, CustomerField.CONTACT_EMAIL)));
		}
		return contacts;
	}

	private static List<CustomerForm.@Nullable Place> addresses(EntryFiller rows) {
		List<CustomerForm.@Nullable Place> addresses = new ArrayList<>();
		for (int row = 0; row < rows.items("addresses"); row++) {
			addresses.add(new CustomerForm.Place(rows.value(row, CustomerField.ADDRESS_LABEL),
					rows.value(row, CustomerField.COUNTRY), rows.value(row, CustomerField.REGION),
					rows.value(row, CustomerField.CITY), rows.value(row, CustomerField.ADDRESS),
					rows.value(row, CustomerField.POSTAL_CODE), rows.value(row, CustomerField.RECEIVER),
					rows.value(row, CustomerField.RECEIVER_PHONE)));
		}
		return addresses;
	}

	/** A currency alone is no credit limit. */
	private static TermsForm terms(EntryFiller rows) {
		String limit = rows.value(CustomerField.CREDIT_LIMIT);
		return new TermsForm(rows.value(CustomerField.GRADE),
				(limit != null) ? new TermsForm.Amount(limit, rows.value(CustomerField.CREDIT_CURRENCY)) : null,
				rows.value(CustomerField.STANDING));
	}

	@Override
	public boolean has(Customer state) {
		return state.entry() != null;
	}

	/**
	 * Terms from somebody who may not say them are told at their cells, with all that is
	 * wrong beside them.
	 */
	@Override
	public void check(EntryFiller rows, CustomerCommand entry, Function<CustomerCommand, Outcome<?>> decide) {
		if (!(decide.apply(entry) instanceof Outcome.Refused<?>(Refusal refusal))) {
			return;
		}
		if (refusal.code() != CustomerRefusal.TERMS_NOT_YOURS) {
			rows.refused(refusal);
			return;
		}
		for (CustomerField field : TERMS) {
			if (rows.value(field) != null) {
				rows.refused(field, refusal.code(), refusal.facts());
			}
		}
		if (entry instanceof CustomerCommand.Register(CustomerForm form, TermsForm _) && decide
			.apply(new CustomerCommand.Register(form, TermsForm.EMPTY)) instanceof Outcome.Refused<?>(Refusal rest)) {
			rows.refused(rest);
		}
	}

	@Override
	public List<CustomerCommand> changes(CustomerCommand entry, String reason) {
		List<CustomerCommand> changes = new ArrayList<>();
		if (entry instanceof CustomerCommand.Register(CustomerForm form, TermsForm terms)) {
			changes.add(new CustomerCommand.Change(form, reason));
			if (terms.grade() != null) {
				changes.add(new CustomerCommand.Grade(terms.grade(), reason));
			}
			if (terms.creditLimit() != null) {
				changes.add(new CustomerCommand.SetCreditLimit(terms.creditLimit(), reason));
			}
			if (terms.standing() != null) {
				changes.add(new CustomerCommand.SetStanding(terms.standing(), reason));
			}
		}
		return changes;
	}

}
