package io.gendan.order.entry;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.gendan.contract.Actor;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.customer.CustomerAddress;
import io.gendan.contract.customer.CustomerDetails;
import io.gendan.contract.customer.ErasureCause;
import io.gendan.contract.customer.Standing;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.contract.product.GradePrice;
import io.gendan.contract.product.ProductDetails;
import io.gendan.contract.product.Supply;
import io.gendan.order.EntryRules;
import io.gendan.order.Known;
import io.gendan.order.Order;
import io.gendan.order.OrderCommand;
import io.gendan.order.OrderForm;
import io.gendan.order.OrderPolicy;
import io.gendan.order.OrderStage;
import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.customer.Entry;
import io.gendan.order.customer.Erased;
import io.gendan.order.product.Product;
import io.gendan.order.product.ProductCommand;
import io.gendan.stage.Outcome;
import io.gendan.stage.Visibility;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** However many orders come together, each register is asked once (ORD-1, ORD-4). */
class RegistersTest {

	private static final OrderPolicy POLICY = new OrderPolicy(ZoneId.of("Asia/Shanghai"), 1000, 3,
			BigDecimal.valueOf(1_000_000), 6, BigDecimal.valueOf(1_000_000), LocalDate.of(2000, 1, 1),
			Duration.ofMinutes(2), Period.ofYears(3), Set.of(), Period.ofYears(10));

	private static final CustomerDetails DETAILS = new CustomerDetails(Personal.of("西湖礼品"), null, List.of(),
			List.of(address("东街 1 号"), address("西街 2 号")), Personal.of("西湖礼品"), null, PaymentTerms.MONTHLY, "zhao");

	private static final ProductDetails CUP = new ProductDetails("茶杯", null, "PCS", Supply.STOCKED,
			new Quantity(BigDecimal.TEN), List.of(new GradePrice(null, Money.of("12", "CNY"), Money.of("9", "CNY")),
					new GradePrice(null, Money.of("2", "USD"), Money.of("1", "USD"))));

	private final FakeRegister<Customer, CustomerCommand> customers = new FakeRegister<Customer, CustomerCommand>()
		.with("K-1", new Customer("K-1", new Entry(DETAILS, "A", null, Standing.GOOD), null), "zhao")
		.with("K-2", new Customer("K-2", null,
				new Erased(Instant.parse("2026-02-28T17:00:00Z"), ErasureCause.CUSTOMER_REQUEST, null)), "");

	private final FakeRegister<Product, ProductCommand> products = new FakeRegister<Product, ProductCommand>()
		.with("T-1", new Product("T-1", CUP, false), "");

	private final Registers registers = FakeRegister.of(this.customers, this.products, EntryRules.OPEN, POLICY);

	@Test
	void eachIsAskedOnceForAllOrdersOfABatch() {
		List<OrderForm> forms = IntStream.range(0, 200)
			.mapToObj((i) -> form("K-" + (i % 50), "T-" + i, "T-1"))
			.toList();
		assertThat(this.registers.imported(forms, Visibility.EVERYTHING)).hasSize(200);
		assertThat(this.customers.asked()).singleElement().satisfies((numbers) -> assertThat(numbers).hasSize(50));
		assertThat(this.products.asked()).singleElement().satisfies((items) -> assertThat(items).hasSize(200));
	}

	@Test
	void anOrderOfAThousandLinesAsksOnceAndOneOfMoreNotAtAll() {
		String[] items = IntStream.range(0, 1000).mapToObj((i) -> "T-" + i).toArray(String[]::new);
		this.registers.entered(form("K-1", items), Visibility.EVERYTHING);
		assertThat(this.products.asked()).singleElement().satisfies((asked) -> assertThat(asked).hasSize(1000));
		String[] more = Arrays.copyOf(items, 1001);
		more[1000] = "T-1000";
		this.registers.entered(form("K-1", more), Visibility.EVERYTHING);
		assertThat(this.products.asked()).hasSize(1);
	}

	@Test
	void whatNoNumberCanBeIsNotAskedFor() {
		this.registers.entered(form(null, (String) null), Visibility.EVERYTHING);
		this.registers.entered(form("K\u200B1", "1.3E+12"), Visibility.EVERYTHING);
		assertThat(this.customers.asked()).isEmpty();
		assertThat(this.products.asked()).isEmpty();
		this.registers.entered(form("  K-1\u3000", "T-1 "), Visibility.EVERYTHING);
		assertThat(this.customers.asked()).containsExactly(Set.of("K-1"));
		assertThat(this.products.asked()).containsExactly(Set.of("T-1"));
	}

	@Test
	void whatIsFoundGoesIntoTheOrder() {
		OrderForm form = form("K-1", "T-1");
		OrderPlaced placed = placed(form, this.registers.entered(form, Visibility.EVERYTHING));
		assertThat(placed.shipTo().address()).isEqualTo(Personal.of("东街 1 号"));
		assertThat(placed.customer().grade()).isEqualTo("A");
		assertThat(placed.lines().getFirst().unitPrice()).isEqualTo(Money.of("12", "CNY"));
	}

	@Test
	void theDayOfAnErasureIsThatOfTheBusinessZone() {
		OrderForm form = form("K-2", "T-1");
		Outcome<OrderEvent> outcome = outcome(form, this.registers.entered(form, Visibility.EVERYTHING));
		assertThat(((Outcome.Refused<OrderEvent>) outcome).refusal().fields())
			.anySatisfy((fault) -> assertThat(fault.facts()).containsEntry("erasedOn", "2026-03-01"));
	}

	@Test
	void aSalespersonAlsoOrdersForCustomersWhomTheRegisterGivesThem() {
		OrderForm form = form("K-1", "T-1");
		Visibility zhao = Visibility.of(List.of("salesperson"), List.of("K-9"), "zhao");
		Known own = this.registers.entered(form, zhao);
		assertThat(placed(form, own).customer().name()).isEqualTo(Personal.of("西湖礼品"));
		assertThat(own.visibility(form, zhao).serves("K-1")).isTrue();
		Visibility zhou = Visibility.of(List.of("salesperson"), List.of("K-9"), "zhou");
		Known another = this.registers.entered(form, zhou);
		assertThat(outcome(form, another)).isInstanceOf(Outcome.Refused.class);
		assertThat(another.visibility(form, zhou)).isEqualTo(zhou);
		OrderForm nobody = form("K-404", "T-1");
		Known unknown = this.registers.entered(nobody, zhou);
		assertThat(unknown.visibility(nobody, zhou)).isEqualTo(zhou);
		assertThat(outcome(nobody, unknown)).isEqualTo(outcome(form, another));
	}

	private static CustomerAddress address(String street) {
		return new CustomerAddress(null, "CN", null, null, Personal.of(street), null, null, null);
	}

	private static OrderForm form(String customer, String... items) {
		return new OrderForm("2026-03-02T09:00:00+08:00", "EMAIL",
				new OrderForm.Party(customer, null, null, null, null, null), OrderForm.Address.EMPTY, "CNY ",
				Arrays
					.stream(items).<OrderForm
							.Line>map((item) -> new OrderForm.Line(item, null, null, "10", null, null))
					.toList(),
				null, "2026-04-01", "ROAD", null, null, new OrderForm.Invoice("NONE", null, null), null, List.of(),
				OrderForm.Unsaid.NOTHING);
	}

	private static Outcome<OrderEvent> outcome(OrderForm form, Known known) {
		return Scenario.<Order, OrderCommand, OrderEvent>of(new OrderStage(POLICY))
			.by(new Actor("salesperson", "li"))
			.when(new OrderCommand.Place(form, known))
			.outcome();
	}

	private static OrderPlaced placed(OrderForm form, Known known) {
		return (OrderPlaced) ((Outcome.Accepted<OrderEvent>) outcome(form, known)).events().getFirst();
	}

}
