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

	private static final int CODE = 40;

	/** Spreadsheets keep 15 digits and make zeros of the others. */
	private static final Pattern SHORTENED = Pattern.compile("\\d{15}0{3}");

	private PartyCheck() {
	}

	static Customer customer(FormReader reader, OrderForm.Party party) {
		String creditCode = reader.code("customer.creditCode", party.creditCode(), CODE);
		if (creditCode != null && !SocialCreditCode.valid(creditCode)) {
			reader.fault("customer.creditCode", OrderRefusal.CREDIT_CODE_INVALID, creditCode);
		}
		String grade = Grades.grade(reader, "customer.grade", party.grade());
		return new Customer(reader.need("customer.id", reader.code("customer.id", party.id(), CODE)),
				Personal.of(required(reader, "customer.name", party.name(), NAME)),
				Personal.ofNullable(reader.word("customer.contact", party.contact(), NAME)),
				Personal.ofNullable(reader.code("customer.phone", party.phone(), CODE)),
				Personal.ofNullable(creditCode), grade);
	}

	static ShipTo shipTo(FormReader reader, OrderForm.Address address) {
		String country = required(reader, "shipTo.country", address.country(), CODE);
		if (!country.isEmpty() && !COUNTRIES.contains(country)) {
			reader.fault("shipTo.country", OrderRefusal.COUNTRY_UNKNOWN, country);
		}
		String street = reader.need("shipTo.address", reader.prose("shipTo.address", address.address(), NAME * 2));
		return new ShipTo(country, reader.word("shipTo.region", address.region(), NAME),
				reader.word("shipTo.city", address.city(), NAME), Personal.of(street),
				reader.code("shipTo.postalCode", address.postalCode(), CODE),
				Personal.ofNullable(reader.word("shipTo.receiver", address.receiver(), NAME)),
				Personal.ofNullable(reader.code("shipTo.phone", address.phone(), CODE)));
	}

	/** An order without invoice still has a title, the customer's name. */
	static @Nullable InvoiceWish invoice(FormReader reader, OrderForm.Invoice wish, Customer customer) {
		InvoiceKind kind = reader.choice("invoice.kind", wish.kind(), InvoiceKind.class);
		String title = reader.word("invoice.title", wish.title(), NAME);
		String taxNumber = reader.code("invoice.taxNumber", wish.taxNumber(), CODE);
		if (taxNumber != null && SHORTENED.matcher(taxNumber).matches() && !SocialCreditCode.valid(taxNumber)) {
			reader.fault("invoice.taxNumber", FieldRefusal.IDENTIFIER_ROUNDED, taxNumber);
		}
		if (kind == null) {
			return null;
		}
		if (kind == InvoiceKind.NONE) {
			return new InvoiceWish(kind, (title != null) ? Personal.of(title) : customer.name(),
					Personal.ofNullable(taxNumber));
		}
		if (kind == InvoiceKind.VAT_SPECIAL && taxNumber == null && reader.sound("invoice.taxNumber")) {
			reader.fault("invoice.taxNumber", OrderRefusal.TAX_NUMBER_REQUIRED);
		}
		return new InvoiceWish(kind, Personal.of(reader.need("invoice.title", title)), Personal.ofNullable(taxNumber));
	}

	private static String required(FormReader reader, String field, @Nullable String raw, int max) {
		return reader.need(field, reader.word(field, raw, max));
	}

}
