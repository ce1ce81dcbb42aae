package io.gendan.order.imports;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.customer.Contact;
import io.gendan.contract.customer.CustomerDetails;
import io.gendan.contract.customer.CustomerRegistered;
import io.gendan.contract.customer.Standing;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.contract.product.GradePrice;
import io.gendan.contract.product.ProductDetails;
import io.gendan.contract.product.ProductListed;
import io.gendan.contract.product.Supply;
import io.gendan.messaging.rest.RefusedException;
import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.customer.CustomerForm;
import io.gendan.order.customer.CustomerStage;
import io.gendan.order.customer.TermsForm;
import io.gendan.order.product.Product;
import io.gendan.order.product.ProductCommand;
import io.gendan.order.product.ProductForm;
import io.gendan.order.product.ProductStage;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Privacy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the rows of customers and products say (ORD-1). */
class RegisterRowsTest {

	private static final String CUSTOMERS = """
			{"columns": {"number": "No", "name": "Name", "creditCode": "Code", "grade": "Grade", "creditLimit": "Limit",
			  "contactName": "Contact", "contactPhone": "Phone", "city": "City", "address": "Street"},
			 "constants": {"country": "CN", "creditCurrency": "CNY"}}
			""";

	private static final String CUSTOMER_HEADER = "No,Name,Code,Grade,Limit,Contact,Phone,City,Street\n";

	private static final String PRODUCTS = """
			{"columns": {"number": "No", "name": "Name", "unit": "Unit", "supply": "Supply", "taxRatePercent": "Tax",
			  "grade": "Grade", "listPrice": "List", "floorPrice": "Floor"},
			 "constants": {"currency": "CNY"}, "extract": {"taxRatePercent": "(.*)%"}}
			""";

	private static final String PRODUCT_HEADER = "No,Name,Unit,Supply,Tax,Grade,List,Floor\n";

	private static final CustomerRegistered LAKE = new CustomerRegistered("K-1",
			new CustomerDetails(Personal.of("West Lake"), Personal.of("91330100799655058B"),
					List.of(new Contact(Personal.of("Wang"), Personal.of("buyer"), null, null)), List.of(), null, null,
					PaymentTerms.MONTHLY, "li"),
			"B", null, Standing.GOOD);

	private static final ProductListed BOLT = new ProductListed("P-1", new ProductDetails("Bolt", "M8", "box",
			Supply.STOCKED, Quantity.of("13"), List.of(price("A", "CNY", "10", "9"), price(null, "USD", "2", "1"))));

	private final CustomerStage customers = new CustomerStage(ImportFixtures.POLICY);

	private final ProductStage products = new ProductStage(ImportFixtures.POLICY);

	private EntryFiller rows;

	@Test
	void eachRowMayHaveAContactAndAnAddress() throws IOException {
		CustomerCommand.Register entry = customer(null, """
				K-1,West Lake,,,,Wang,0571,Hangzhou,1 Wensan
				K-1,,,,,Zhao,0572,,
				K-1,West Lake,,,,Wang,0571,Hangzhou,1 Wensan
				K-1,,,,,,,Ningbo,2 Harbour
				""");
		assertThat(entry.form().name()).isEqualTo("West Lake");
		assertThat(entry.form().contacts()).containsExactly(new CustomerForm.Person("Wang", null, "0571", null),
				new CustomerForm.Person("Zhao", null, "0572", null));
		assertThat(entry.form().addresses()).containsExactly(
				new CustomerForm.Place(null, "CN", null, "Hangzhou", "1 Wensan", null, null, null),
				new CustomerForm.Place(null, "CN", null, "Ningbo", "2 Harbour", null, null, null));
		assertThat(entry.terms()).as("a currency alone is no limit").isEqualTo(TermsForm.EMPTY);
		assertThat(told()).isEmpty();
	}

	@Test
	void whatTheFileDoesNotSayStays() throws IOException {
		Customer known = this.customers.evolve(this.customers.initial("K-1"), LAKE);
		CustomerCommand.Register entry = customer(known, "K-1,East Lake,,,5000,,,Hangzhou,1 Wensan\n");
		assertThat(entry.form().name()).isEqualTo("East Lake");
		assertThat(entry.form().creditCode()).isEqualTo("91330100799655058B");
		assertThat(entry.form().contacts()).containsExactly(new CustomerForm.Person("Wang", "buyer", null, null));
		assertThat(entry.form().paymentTerms()).isEqualTo("MONTHLY");
		assertThat(entry.form().salesperson()).isEqualTo("li");
		assertThat(entry.terms().creditLimit()).isEqualTo(new TermsForm.Amount("5000", "CNY"));
		assertThat(new CustomerRegister().changes(entry, "why")).hasExactlyElementsOfTypes(CustomerCommand.Change.class,
				CustomerCommand.SetCreditLimit.class);
	}

	@Test
	void aTextWithoutItsKeyIsNotOverwritten() throws IOException {
		Customer known = this.customers.evolve(this.customers.initial("K-1"), LAKE);
		Privacy noKey = new Privacy() {

			@Override
			public @Nullable String open(Personal text) {
				return null;
			}

			@Override
			public <E extends GendanEvent> E opened(E event) {
				return event;
			}

		};
		read(ImportKind.CUSTOMERS, CUSTOMERS, CUSTOMER_HEADER + "K-1,East Lake,,,,,,,\n");
		new CustomerRegister().entry(this.rows, known, noKey);
		assertThat(told()).containsExactly("2 No ORDER_NOT_WRITTEN");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					other details under the same number | K-1,A,,,,,,,;K-1,B,,,,,,, | 3 Name ROWS_DISAGREE
					a credit code with a wrong check digit and an unknown grade | K-1,A,91330100799655058C,X,,,,, | 2 Code CREDIT_CODE_INVALID, 2 Grade CHOICE_UNKNOWN
					a limit that is no number beside a contact without a name | K-1,A,,,many,,0571,, | 2 Limit NUMBER_INVALID, 2 Contact REQUIRED
					no name | K-1,,,,,,,, | 2 Name REQUIRED
					no number | ,A,,,,,,, | 2 No REQUIRED
					the second address without a street | K-1,A,,,,,,C,S;K-1,,,,,,,D, | 3 Street REQUIRED
					""")
	void allFaultsOfACustomerAreToldAtTheirPlace(String what, String lines, String faults) throws IOException {
		customer(null, lines.strip().replace(";", "\n") + "\n");
		assertThat(String.join(", ", told())).isEqualTo(faults);
	}

	@Test
	void termsAreRefusedToWhoMayNotSayThemWithAllElse() throws IOException {
		customer(null, "K-1,A,91330100799655058C,B,5000,,,,\n", "salesperson");
		assertThat(told()).containsExactly("2 Grade TERMS_NOT_YOURS", "2 Limit TERMS_NOT_YOURS",
				"2 Code CREDIT_CODE_INVALID");
	}

	@Test
	void eachRowMayHaveAPrice() throws IOException {
		ProductCommand.Enlist entry = product(null, """
				P-1,Bolt,box,STOCKED,13%,A,10,9
				P-1,Bolt,,,,B,11,10
				""");
		assertThat(entry.form().taxRatePercent()).isEqualTo("13");
		assertThat(entry.form().prices()).containsExactly(new ProductForm.Price("A", "CNY", "10", "9"),
				new ProductForm.Price("B", "CNY", "11", "10"));
		assertThat(told()).isEmpty();
	}

	@Test
	void pricesOfOtherGradesAndCurrenciesStay() throws IOException {
		Product known = this.products.evolve(this.products.initial("P-1"), BOLT);
		ProductCommand.Enlist entry = product(known, "P-1,,,,,A,12,9.5\n");
		assertThat(entry.form().specification()).isEqualTo("M8");
		assertThat(entry.form().prices()).containsExactly(new ProductForm.Price("A", "CNY", "12", "9.5"),
				new ProductForm.Price(null, "USD", "2.00", "1.00"));
		assertThat(told()).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					a new product of which only the price is said | P-1,,,,,A,12,9 | 2 Name REQUIRED, 2 Unit REQUIRED, 2 Supply REQUIRED, 2 Tax REQUIRED
					two prices for one grade | P-1,Bolt,box,MADE,13,A,12,9;P-1,,,,,A,13,9 | 3 Grade PRICE_TWICE
					a lowest price above the one offered | P-1,Bolt,box,MADE,13,A,12,19 | 2 Floor FLOOR_ABOVE_LIST
					""")
	void allFaultsOfAProductAreToldAtTheirPlace(String what, String lines, String faults) throws IOException {
		product(null, lines.strip().replace(";", "\n") + "\n");
		assertThat(String.join(", ", told())).isEqualTo(faults);
	}

	@Test
	void optionsAndFieldsOfOrdersAreNoneOfCustomers() {
		RefusedException refused = catchThrowableOfType(RefusedException.class,
				() -> new MappingReader().read(ImportKind.CUSTOMERS, """
						{"columns": {"number": "No", "unitPrice": "Price"}, "deliveryDays": 3, "dateFormat": "yyyy"}
						"""));
		assertThat(refused.refusal().fields()).extracting((fault) -> fault.field() + " " + fault.code().name())
			.containsExactlyInAnyOrder("mapping.columns.unitPrice MAPPING_FIELD_UNKNOWN",
					"mapping.dateFormat MAPPING_OPTION_UNKNOWN", "mapping.deliveryDays MAPPING_OPTION_UNKNOWN");
	}

	private CustomerCommand.Register customer(@Nullable Customer known, String lines) throws IOException {
		return customer(known, lines, "sales-manager");
	}

	private CustomerCommand.Register customer(@Nullable Customer known, String lines, String role) throws IOException {
		Context context = new Context(new Actor(role, "li"), Instant.EPOCH);
		return (CustomerCommand.Register) entry(new CustomerRegister(), known, CUSTOMERS, CUSTOMER_HEADER + lines,
				(command) -> this.customers.decide(this.customers.initial(this.rows.number()), command, context));
	}

	private ProductCommand.Enlist product(@Nullable Product known, String lines) throws IOException {
		Context context = new Context(new Actor("sales-manager", "li"), Instant.EPOCH);
		return (ProductCommand.Enlist) entry(new ProductRegister(), known, PRODUCTS, PRODUCT_HEADER + lines,
				(command) -> this.products.decide(this.products.initial(this.rows.number()), command, context));
	}

	private <S, C> C entry(Register<S, C> register, @Nullable S known, String mapping, String text,
			Function<C, Outcome<?>> decide) throws IOException {
		boolean named = read(register.kind(), mapping, text);
		C entry = register.entry(this.rows, known, Privacy.CLEAR);
		if (named) {
			register.check(this.rows, entry, decide);
		}
		return entry;
	}

	private boolean read(ImportKind kind, String mapping, String text) throws IOException {
		ColumnMapping checked = new MappingReader().read(kind, mapping);
		FileContent content = ImportFixtures.file(text);
		FileSurvey survey = FileSurvey.of(content, checked, ImportFixtures.LIMITS);
		try (FileEntries entries = FileEntries.open(content, checked, survey, ImportFixtures.LIMITS)) {
			this.rows = new EntryFiller(checked, entries.reader(), entries.next(), 100);
		}
		if (this.rows.nameless()) {
			return false;
		}
		this.rows.read((row) -> {
		});
		return true;
	}

	private List<String> told() {
		return this.rows.faults()
			.all()
			.stream()
			.map((fault) -> fault.row() + " " + fault.field() + " " + fault.code())
			.toList();
	}

	private static GradePrice price(@Nullable String grade, String currency, String list, String floor) {
		return new GradePrice(grade, Money.of(list, currency), Money.of(floor, currency));
	}

}
