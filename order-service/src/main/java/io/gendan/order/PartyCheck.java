package io.gendan.order;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.gendan.contract.Personal;
import io.gendan.contract.order.Customer;
import io.gendan.contract.order.InvoiceKind;
import io.gendan.contract.order.InvoiceWish;
import io.gendan.contract.order.ShipTo;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.FormReader;
import org.jspecify.annotations.Nullable;

/** Checks who orders, where the goods go and to whom the invoice. */
final class PartyCheck {

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private static final int NAME = 200;

	/** Characters of a customer number, and of other codes, at the most. */
	static final int CODE = 40;

	private static final Personal NOTHING = Personal.of("");

	/** Spreadsheets keep 15 digits and make zeros of the others. */
	private static final Pattern SHORTENED = Pattern.compile("\\d{15}0{3}");

	private PartyCheck() {
	}

	static Customer customer(FormReader reader, OrderForm.Party party, Inherited inherited) {
		String creditCode = reader.code("customer.creditCode", party.creditCode(), CODE);
		if (creditCode != null && !SocialCreditCode.valid(creditCode)) {
			reader.fault("customer.creditCode", OrderRefusal.CREDIT_CODE_INVALID, creditCode);
		}
		String grade = Grades.grade(reader, "customer.grade", party.grade());
		String id = reader.need("customer.id", reader.code("customer.id", party.id(), CODE));
		Personal name = or(reader.word("customer.name", party.name(), NAME), inherited.name());
		return new Customer(id, reader.need("customer.name", name, NOTHING),
				or(reader.word("customer.contact", party.contact(), NAME), inherited.contact()),
				or(reader.code("customer.phone", party.phone(), CODE), inherited.phone()),
				or(creditCode, inherited.creditCode()), (inherited.grade() != null) ? inherited.grade() : grade);
	}

	static ShipTo shipTo(FormReader reader, OrderForm.Address address, @Nullable ShipTo inherited) {
		Personal receiver = Personal.ofNullable(reader.word("shipTo.receiver", address.receiver(), NAME));
		Personal phone = Personal.ofNullable(reader.code("shipTo.phone", address.phone(), CODE));
		if (inherited != null) {
			return new ShipTo(inherited.country(), inherited.region(), inherited.city(), inherited.address(),
					inherited.postalCode(), (receiver != null) ? receiver : inherited.receiver(),
					(phone != null) ? phone : inherited.phone());
		}
		String country = required(reader, "shipTo.country", address.country(), CODE);
		if (!country.isEmpty() && !COUNTRIES.contains(country)) {
			reader.fault("shipTo.country", OrderRefusal.COUNTRY_UNKNOWN, country);
		}
		String street = reader.need("shipTo.address", reader.prose("shipTo.address", address.address(), NAME * 2));
		return new ShipTo(country, reader.word("shipTo.region", address.region(), NAME),
				reader.word("shipTo.city", address.city(), NAME), Personal.of(street),
				reader.code("shipTo.postalCode", address.postalCode(), CODE), receiver, phone);
	}

	/** An order without invoice still has a title, the customer's name. */
	static @Nullable InvoiceWish invoice(FormReader reader, OrderForm.Invoice wish, Customer customer,
			Inherited inherited) {
		InvoiceKind kind = reader.choice("invoice.kind", wish.kind(), InvoiceKind.class);
		Personal title = or(reader.word("invoice.title", wish.title(), NAME), inherited.invoiceTitle());
		String typed = reader.code("invoice.taxNumber", wish.taxNumber(), CODE);
		if (typed != null && SHORTENED.matcher(typed).matches() && !SocialCreditCode.valid(typed)) {
			reader.fault("invoice.taxNumber", FieldRefusal.IDENTIFIER_ROUNDED, typed);
		}
		Personal taxNumber = or(typed, inherited.taxNumber());
		if (kind == null) {
			return null;
		}
		if (kind == InvoiceKind.NONE) {
			return new InvoiceWish(kind, (title != null) ? title : customer.name(), taxNumber);
		}
		if (kind == InvoiceKind.VAT_SPECIAL && taxNumber == null && reader.sound("invoice.taxNumber")) {
			reader.fault("invoice.taxNumber", OrderRefusal.TAX_NUMBER_REQUIRED);
		}
		return new InvoiceWish(kind, reader.need("invoice.title", title, NOTHING), taxNumber);
	}

	private static @Nullable Personal or(@Nullable String typed, @Nullable Personal inherited) {
		return (typed != null) ? Personal.of(typed) : inherited;
	}

	private static String required(FormReader reader, String field, @Nullable String raw, int max) {
		return reader.need(field, reader.word(field, raw, max));
	}

}
