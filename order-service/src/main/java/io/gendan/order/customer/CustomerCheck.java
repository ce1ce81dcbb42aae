package io.gendan.order.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import io.gendan.contract.Personal;
import io.gendan.contract.customer.Contact;
import io.gendan.contract.customer.CustomerAddress;
import io.gendan.contract.customer.CustomerDetails;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.order.OrderRefusal;
import io.gendan.order.SocialCreditCode;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.FormReader;
import org.jspecify.annotations.Nullable;

/** Checks what was filled in for a customer, or tells all its faults (ORD-1). */
final class CustomerCheck {

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private static final int NAME = 200;

	private static final int STREET = 400;

	private static final int CODE = 40;

	private static final int USER = 100;

	private static final int EMAIL = 254;

	private static final int CONTACTS = 20;

	private static final int ADDRESSES = 50;

	private static final Pattern MAILBOX = Pattern.compile("[^@\\s]+@[^@\\s]+");

	private final FormReader reader;

	private final PersonalReader personal;

	CustomerCheck(FormReader reader) {
		this.reader = reader;
		this.personal = new PersonalReader(reader);
	}

	/**
	 * Checks all fields.
	 * @param form what was filled in
	 * @param salesperson who looks after the customer if the form does not say
	 * @return what the register shall say, null if something is at fault
	 */
	@Nullable CustomerDetails details(CustomerForm form, @Nullable String salesperson) {
		Personal name = named("name", form.name());
		Personal creditCode = this.personal.code("creditCode", form.creditCode(), CODE);
		if (creditCode != null && !SocialCreditCode.valid(creditCode.text())) {
			this.reader.fault("creditCode", OrderRefusal.CREDIT_CODE_INVALID, creditCode.text());
		}
		List<Contact> contacts = each("contacts", form.contacts(), CONTACTS, this::contact, CustomerForm.Person.EMPTY);
		List<CustomerAddress> addresses = each("addresses", form.addresses(), ADDRESSES, this::address,
				CustomerForm.Place.EMPTY);
		Personal invoiceTitle = this.personal.word("invoiceTitle", form.invoiceTitle(), NAME);
		Personal taxNumber = this.personal.code("taxNumber", form.taxNumber(), CODE);
		if (taxNumber != null && SocialCreditCode.shortened(taxNumber.text())) {
			this.reader.fault("taxNumber", FieldRefusal.IDENTIFIER_ROUNDED, taxNumber.text());
		}
		PaymentTerms terms = (form.paymentTerms() != null)
				? this.reader.choice("paymentTerms", form.paymentTerms(), PaymentTerms.class) : null;
		String user = this.reader.code("salesperson", form.salesperson(), USER);
		return this.reader.clean() ? new CustomerDetails(name, creditCode, contacts, addresses, invoiceTitle, taxNumber,
				terms, (user != null) ? user : salesperson) : null;
	}

	private <F, R> List<R> each(String field, List<@Nullable F> raw, int most, BiFunction<String, F, R> check,
			F empty) {
		if (raw.size() > most) {
			this.reader.fault(field, OrderRefusal.TOO_MANY, Map.of("max", most));
			return List.of();
		}
		List<R> checked = new ArrayList<>();
		for (int index = 0; index < raw.size(); index++) {
			checked.add(check.apply(field + "[" + index + "].", Objects.requireNonNullElse(raw.get(index), empty)));
		}
		return checked;
	}

	private Contact contact(String path, CustomerForm.Person person) {
		Personal email = this.personal.code(path + "email", person.email(), EMAIL);
		if (email != null && !MAILBOX.matcher(email.text()).matches()) {
			this.reader.fault(path + "email", CustomerRefusal.EMAIL_INVALID, email.text());
		}
		return new Contact(named(path + "name", person.name()),
				this.personal.word(path + "function", person.function(), NAME),
				this.personal.code(path + "phone", person.phone(), CODE), email);
	}

	private CustomerAddress address(String path, CustomerForm.Place place) {
		String country = this.reader.need(path + "country", this.reader.word(path + "country", place.country(), CODE));
		if (!country.isEmpty() && !COUNTRIES.contains(country)) {
			this.reader.fault(path + "country", OrderRefusal.COUNTRY_UNKNOWN, country);
		}
		Personal street = this.personal.need(path + "address",
				this.personal.prose(path + "address", place.address(), STREET));
		return new CustomerAddress(this.personal.word(path + "label", place.label(), NAME), country,
				this.reader.word(path + "region", place.region(), NAME),
				this.reader.word(path + "city", place.city(), NAME), street,
				this.reader.code(path + "postalCode", place.postalCode(), CODE),
				this.personal.word(path + "receiver", place.receiver(), NAME),
				this.personal.code(path + "phone", place.phone(), CODE));
	}

	private Personal named(String field, @Nullable String raw) {
		return this.personal.need(field, this.personal.word(field, raw, NAME));
	}

}
