package io.gendan.order.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.customer.CustomerAddress;
import io.gendan.contract.customer.CustomerDetails;
import io.gendan.contract.customer.Standing;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.contract.product.GradePrice;
import io.gendan.contract.product.ProductDetails;
import io.gendan.contract.product.Supply;
import io.gendan.order.EntryRules;
import io.gendan.order.EntryRules.Rule;
import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.customer.Entry;
import io.gendan.order.entry.FakeRegister;
import io.gendan.order.imports.ImportFixtures.Verdicts;
import io.gendan.order.product.Product;
import io.gendan.order.product.ProductCommand;
import io.gendan.stage.Visibility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the orders of a file take from register and product list (ORD-1, ORD-6). */
class ImportNamingTest {

	private static final String MAPPING = ImportFixtures.MAPPING
		.replace("\"customerName\": \"Customer {customerId}\", \"shipToAddress\": \"on file\"",
				"\"customerName\": \"\", \"shipToAddress\": \"\"")
		.replace("{\"paymentTerms\": [\"PREPAID\", \"CASH_ON_DELIVERY\", \"MONTHLY\"]}", "{\"paymentTerms\": [\"\"]}");

	private static final CustomerDetails DETAILS = new CustomerDetails(Personal.of("西湖礼品"), null, List.of(),
			List.of(new CustomerAddress(null, "CN", null, null, Personal.of("东街 1 号"), null, null, null)), null, null,
			PaymentTerms.MONTHLY, "li");

	private final FakeRegister<Customer, CustomerCommand> customers = new FakeRegister<Customer, CustomerCommand>()
		.with("17", customer("17", Standing.GOOD), "li")
		.with("18", customer("18", Standing.BLOCKED), "li");

	private final FakeRegister<Product, ProductCommand> products = new FakeRegister<Product, ProductCommand>()
		.with("T-1",
				new Product("T-1",
						new ProductDetails("CUP", null, "PCS", Supply.STOCKED, new Quantity(BigDecimal.TEN),
								List.of(new GradePrice(null, Money.of("2.5", "GBP"), Money.of("1", "GBP")))),
						false),
				"");

	private final PlacedOrders placed = ImportFixtures.nothingPlaced();

	@Test
	void blankCellsAreFilledFromRegisterAndList() throws IOException {
		Verdicts verdicts = imported(EntryRules.OPEN, "N-1,T-1,,2,,2026-03-01,17,\n");
		assertThat(verdicts.told()).isEmpty();
		OrderPlaced order = this.placed.orders.get("N-1").placed();
		assertThat(order.customer().name()).isEqualTo(Personal.of("西湖礼品"));
		assertThat(order.shipTo().address()).isEqualTo(Personal.of("东街 1 号"));
		assertThat(order.paymentTerms()).isEqualTo(PaymentTerms.MONTHLY);
		assertThat(order.lines().getFirst().description()).isEqualTo("CUP");
		assertThat(order.total()).isEqualTo(Money.of("5", "GBP"));
	}

	@Test
	void aBlockedCustomerIsToldAtTheRowAlsoOfAnOrderThatHasOtherFaults() throws IOException {
		Verdicts verdicts = imported(EntryRules.OPEN,
				"N-2,T-1,,2,,2026-03-01,18,\nN-3,T-1,,2,,2026-03-01,18,\nN-3,T-1,,2,,2026-03-02,18,\n");
		assertThat(verdicts.told()).containsExactlyInAnyOrder("2 Customer CUSTOMER_BLOCKED",
				"3 Customer CUSTOMER_BLOCKED", "4 Date DATES_DIFFER");
		assertThat(this.placed.orders).isEmpty();
	}

	@Test
	void whoAndWhatIsUnknownIsTakenUnlessTheSettingRefusesIt() throws IOException {
		String rows = "N-4,T-9,TEAPOT,2,1.25,2026-03-01,404,GB\n";
		Verdicts refused = imported(new EntryRules(Rule.REFUSE, Rule.REFUSE), rows, ImportFixtures.MAPPING);
		assertThat(refused.told()).containsExactlyInAnyOrder("2 Customer CUSTOMER_NOT_REGISTERED",
				"2 Item ITEM_NOT_LISTED");
		assertThat(imported(EntryRules.OPEN, rows, ImportFixtures.MAPPING).told()).isEmpty();
		assertThat(this.placed.orders).containsOnlyKeys("N-4");
	}

	@Test
	void theSameFileIsKnownAfterTheRegisterHasChanged() throws IOException {
		String rows = "N-5,T-1,,2,,2026-03-01,17,\n";
		imported(EntryRules.OPEN, rows);
		this.customers.with("17", customer("17", Standing.BLOCKED), "li");
		this.products.with("T-1", new Product("T-1",
				new ProductDetails("MUG", null, "BOX", Supply.STOCKED, new Quantity(BigDecimal.TEN), List.of()), true),
				"");
		Verdicts again = run(EntryRules.OPEN, rows, MAPPING, 2);
		assertThat(again.told()).isEmpty();
		assertThat(again.counts().knownAlready()).isEqualTo(1);
	}

	private static Customer customer(String number, Standing standing) {
		return new Customer(number, new Entry(DETAILS, "B", null, standing), null);
	}

	private Verdicts imported(EntryRules rules, String rows) throws IOException {
		return imported(rules, rows, MAPPING);
	}

	private Verdicts imported(EntryRules rules, String rows, String mapping) throws IOException {
		return run(rules, rows, mapping, 1);
	}

	private Verdicts run(EntryRules rules, String rows, String mapping, int run) throws IOException {
		return ImportFixtures.run(ImportFixtures.file(ImportFixtures.HEADER + rows), ImportFixtures.mapping(mapping),
				this.placed, run, ImportFixtures.LIMITS,
				FakeRegister.of(this.customers, this.products, rules, ImportFixtures.POLICY), Visibility.EVERYTHING);
	}

}
