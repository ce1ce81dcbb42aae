package io.gendan.order;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.customer.Contact;
import io.gendan.contract.customer.CustomerAddress;
import io.gendan.contract.customer.CustomerDetails;
import io.gendan.contract.customer.Standing;
import io.gendan.contract.order.Customer;
import io.gendan.contract.order.InvoiceKind;
import io.gendan.contract.order.InvoiceWish;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.OrderLine;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.contract.order.ShipTo;
import io.gendan.contract.product.GradePrice;
import io.gendan.contract.product.ProductDetails;
import io.gendan.contract.product.Supply;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.order.EntryRules.Rule;
import io.gendan.order.OrderCommand.Place;
import io.gendan.order.OrderCommand.PlaceAgain;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Privacy;
import io.gendan.stage.Refusal;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * An order names a customer and items: what it takes from register and product list, and
 * what is refused (ORD-1, ORD-4).
 */
class OrderNamingTest {

	private static final String NAME = "杭州西湖礼品有限公司";

	private static final String CODE = "91330100799655058B";

	private static final EntryRules STRICT = new EntryRules(Rule.REFUSE, Rule.REFUSE);

	private static final CustomerDetails DETAILS = new CustomerDetails(Personal.of(NAME), Personal.of(CODE),
			List.of(contact("王芳", "0571-8888"), contact("李雷", "0571-9999")),
			List.of(new CustomerAddress(Personal.of("仓库"), "CN", "浙江", "杭州", Personal.of("文三路 1 号"), "310000",
					Personal.of("老张"), Personal.of("0571-7777"))),
			Personal.of("西湖礼品"), Personal.of("91350100M000100Y43"), PaymentTerms.MONTHLY, "li");

	private static final KnownCustomer REGISTERED = new KnownCustomer.Registered(DETAILS, "A", Standing.GOOD);

	private static final ProductDetails CUP = new ProductDetails("茶杯", "300 ml", "箱", Supply.STOCKED,
			new Quantity(new BigDecimal("13")),
			List.of(price("A", "10.5", "CNY"), price(null, "12", "CNY"), price("A", "1.5", "USD")));

	private static final Known KNOWN = new Known(EntryRules.OPEN, true, REGISTERED, Map.of("T-1", listed(CUP, false)));

	/** As little as can be said of an order of a known customer and product. */
	private static final OrderForm BARE = new OrderForm("2026-03-02T09:00:00+08:00", "EMAIL",
			new OrderForm.Party("K-100", null, null, null, null, null), OrderForm.Address.EMPTY, "CNY",
			List.of(new OrderForm.Line("T-1", null, null, "10", null, null)), null, "2026-04-01", "ROAD", null, null,
			new OrderForm.Invoice("ORDINARY", null, null), null, List.of(), OrderForm.Unsaid.NOTHING);

	@Test
	void whatTheFormLeavesBlankIsTakenFromRegisterAndProductList() {
		OrderPlaced placed = placed(BARE, KNOWN);
		assertThat(placed.customer()).isEqualTo(new Customer("K-100", Personal.of(NAME), Personal.of("王芳"),
				Personal.of("0571-8888"), Personal.of(CODE), "A"));
		assertThat(placed.shipTo()).isEqualTo(new ShipTo("CN", "浙江", "杭州", Personal.of("文三路 1 号"), "310000",
				Personal.of("老张"), Personal.of("0571-7777")));
		assertThat(placed.paymentTerms()).isEqualTo(PaymentTerms.MONTHLY);
		assertThat(placed.invoice())
			.isEqualTo(new InvoiceWish(InvoiceKind.ORDINARY, Personal.of("西湖礼品"), Personal.of("91350100M000100Y43")));
		assertThat(placed.lines()).containsExactly(new OrderLine(1, "T-1", "茶杯", "300 ml", new Quantity(BigDecimal.TEN),
				"箱", Money.of("10.5", "CNY"), Money.of("105", "CNY")));
	}

	@Test
	void whatTheFormSaysWins() {
		OrderForm said = form((party) -> new OrderForm.Party("K-100", "西湖 礼品（杭州）", "赵四", "0571-1", CODE, "C"),
				new OrderForm.Address("DE", null, "Hamburg", "Hafen 1", null, null, null),
				new OrderForm.Line("T-1", "Tasse", "blau", "10", "箱", "99"), "PREPAID",
				new OrderForm.Invoice("VAT_SPECIAL", "另一个抬头", "110105198001010011"));
		OrderPlaced placed = placed(said, KNOWN);
		assertThat(placed.customer()).isEqualTo(new Customer("K-100", Personal.of("西湖 礼品（杭州）"), Personal.of("赵四"),
				Personal.of("0571-1"), Personal.of(CODE), "A"));
		assertThat(placed.shipTo())
			.isEqualTo(new ShipTo("DE", null, "Hamburg", Personal.of("Hafen 1"), null, null, null));
		assertThat(placed.paymentTerms()).isEqualTo(PaymentTerms.PREPAID);
		assertThat(placed.invoice().title()).isEqualTo(Personal.of("另一个抬头"));
		assertThat(placed.invoice().taxNumber()).isEqualTo(Personal.of("110105198001010011"));
		OrderLine line = placed.lines().getFirst();
		assertThat(line.description()).isEqualTo("Tasse");
		assertThat(line.specification()).isEqualTo("blau");
		assertThat(line.unitPrice()).isEqualTo(Money.of("99", "CNY"));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			-    , -   , 王芳, 0571-8888
			李雷 , -   , 李雷, 0571-9999
			赵四 , -   , 赵四, -
			-    , 0571-1, -, 0571-1
			王芳 , 0571-1, 王芳, 0571-1
			""")
	void noTelephoneComesUnderAnothersName(String contact, String phone, String takenContact, String takenPhone) {
		OrderPlaced placed = placed(
				with(BARE, (party) -> new OrderForm.Party("K-100", null, contact, phone, null, null)), KNOWN);
		assertThat(placed.customer().contact()).isEqualTo(Personal.ofNullable(takenContact));
		assertThat(placed.customer().phone()).isEqualTo(Personal.ofNullable(takenPhone));
	}

	@Test
	void noStreetOfTheRegisterComesUnderACityOfTheForm() {
		OrderForm cityOnly = with(BARE, new OrderForm.Address(null, null, "宁波", null, null, null, null));
		refused(cityOnly, KNOWN, Map.of("shipTo.country", "REQUIRED", "shipTo.address", "REQUIRED"));
		OrderPlaced anotherReceiver = placed(with(BARE, new OrderForm.Address(null, " ", null, null, null, "小李", null)),
				KNOWN);
		assertThat(anotherReceiver.shipTo().address()).isEqualTo(Personal.of("文三路 1 号"));
		assertThat(anotherReceiver.shipTo().receiver()).isEqualTo(Personal.of("小李"));
		assertThat(anotherReceiver.shipTo().phone()).isNull();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			ORDINARY   , -       , -                 , 西湖礼品, 91350100M000100Y43
			VAT_SPECIAL, 西湖 礼品, -                 , 西湖 礼品, 91350100M000100Y43
			VAT_SPECIAL, -       , 91350100M000100Y43, 西湖礼品, 91350100M000100Y43
			ORDINARY   , 别的抬头 , -                 , 别的抬头, -
			NONE       , -       , -                 , 杭州西湖礼品有限公司, -
			""")
	void noTaxNumberComesUnderAnotherTitle(String kind, String title, String number, String takenTitle,
			String takenNumber) {
		InvoiceWish invoice = placed(with(BARE, new OrderForm.Invoice(kind, title, number)), KNOWN).invoice();
		assertThat(invoice.title()).isEqualTo(Personal.of(takenTitle));
		assertThat(invoice.taxNumber()).isEqualTo(Personal.ofNullable(takenNumber));
	}

	@Test
	void anotherCompanysCodeIsRefused() {
		refused(with(BARE, (party) -> new OrderForm.Party("K-100", null, null, null, "91350100M000100Y43", null)),
				KNOWN, Map.of("customer.creditCode", "CREDIT_CODE_DISAGREES"));
	}

	@Test
	void underAnotherNameNothingIsTakenOver() {
		OrderForm another = with(BARE, (party) -> new OrderForm.Party("K-100", "宁波东海", null, null, null, null));
		refused(another, KNOWN, Map.of("customer.name", "CUSTOMER_NAMED_OTHERWISE", "shipTo.country", "REQUIRED",
				"shipTo.address", "REQUIRED", "invoice.title", "REQUIRED"));
		OrderForm whole = with(with(another, new OrderForm.Address("CN", null, null, "东街 1 号", null, null, null)),
				new OrderForm.Invoice("ORDINARY", "宁波东海", null));
		OrderPlaced placed = placed(whole, KNOWN);
		assertThat(placed.customer()).isEqualTo(new Customer("K-100", Personal.of("宁波东海"), null, null, null, "A"));
		assertThat(placed.invoice().taxNumber()).isNull();
		assertThat(placed.paymentTerms()).isEqualTo(PaymentTerms.MONTHLY);
		OrderForm sameCode = with(BARE,
				(party) -> new OrderForm.Party("K-100", "West Lake Gifts", null, null, CODE, null));
		assertThat(placed(sameCode, KNOWN).shipTo().city()).isEqualTo("杭州");
	}

	static Stream<Arguments> refusals() {
		KnownCustomer unknown = new KnownCustomer.Unknown();
		KnownCustomer blocked = new KnownCustomer.Registered(DETAILS, "A", Standing.BLOCKED);
		KnownCustomer erased = new KnownCustomer.Erased(LocalDate.of(2026, 3, 1));
		KnownCustomer unreadable = new KnownCustomer.Unreadable();
		return Stream.of(arguments(STRICT, unknown, "customer.id", "CUSTOMER_NOT_REGISTERED"),
				arguments(EntryRules.OPEN, unknown, null, null),
				arguments(EntryRules.OPEN, blocked, "customer.id", "CUSTOMER_BLOCKED"),
				arguments(EntryRules.OPEN, erased, "customer.id", "CUSTOMER_FORGOTTEN"),
				arguments(EntryRules.OPEN, unreadable, "customer.id", "CUSTOMER_UNREADABLE"),
				arguments(STRICT, new KnownCustomer.Registered(DETAILS, "A", Standing.ON_HOLD), null, null));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void whoCannotOrderIsRefusedAtTheNumber(EntryRules rules, KnownCustomer customer, String field, String code) {
		Known known = new Known(rules, true, customer, both(false));
		refused(OrderForms.form().lines(OrderForms.line("T-1", "1", "1")).build(), known,
				(field != null) ? Map.of(field, code) : Map.of());
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void whoMayNotSeeTheCustomerCannotTellItFromOthers(EntryRules rules, KnownCustomer customer, String field,
			String code) {
		OrderForm form = OrderForms.form().lines(OrderForms.line("T-1", "1", "1")).build();
		Known hidden = new Known(rules, false, customer, both(false));
		Known nobody = new Known(rules, false, new KnownCustomer.Unknown(), both(false));
		assertThat(outcome(form, hidden)).isEqualTo(outcome(form, nobody)).isInstanceOf(Outcome.Accepted.class);
		OrderForm incomplete = with(form, (party) -> new OrderForm.Party(party.id(), null, null, null, null, null));
		assertThat(outcome(incomplete, hidden)).isEqualTo(outcome(incomplete, nobody))
			.isInstanceOf(Outcome.Refused.class);
	}

	@Test
	void whatIsWrongWithTheCustomerIsToldWithAllOtherFaults() {
		Known known = new Known(STRICT, true, new KnownCustomer.Unknown(), Map.of());
		refused(OrderForms.form().currency("XYZ").total("x").build(), known,
				Map.of("customer.id", "CUSTOMER_NOT_REGISTERED", "currency", "CURRENCY_UNKNOWN", "total",
						"NUMBER_INVALID", "lines[0].item", "ITEM_NOT_LISTED", "lines[1].item", "ITEM_NOT_LISTED"));
		Refusal refusal = ((Outcome.Refused<OrderEvent>) outcome(OrderForms.good(), known)).refusal();
		assertThat(refusal.fields()).extracting((fault) -> fault.facts().toString())
			.containsExactly("{customer=K-100}", "{value=T-1}", "{value=T-2}");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			false, PCS, -              , UNIT_DISAGREES, ALLOW
			false, 箱 , -              , -             , ALLOW
			true , 箱 , ITEM_WITHDRAWN , -             , ALLOW
			-    , PCS, ITEM_NOT_LISTED, -             , REFUSE
			-    , PCS, -              , -             , ALLOW
			""")
	void anItemIsHeldAgainstTheProductList(Boolean withdrawn, String unit, String itemCode, String unitCode,
			Rule freeText) {
		Known known = new Known(new EntryRules(Rule.ALLOW, freeText), true, new KnownCustomer.Unknown(),
				(withdrawn != null) ? Map.of("T-1", listed(CUP, withdrawn)) : Map.of());
		Map<String, String> faults = new HashMap<>();
		if (itemCode != null) {
			faults.put("lines[0].item", itemCode);
		}
		if (unitCode != null) {
			faults.put("lines[0].unit", unitCode);
		}
		refused(OrderForms.form().lines(new OrderForm.Line(" T-1 ", "Tasse", null, "1", unit, "1")).build(), known,
				faults);
	}

	@Test
	void aProductThatCannotBeReadIsNotTakenForNone() {
		refused(OrderForms.form().lines(OrderForms.line("T-1", "1", "1")).build(), new Known(EntryRules.OPEN, true,
				new KnownCustomer.Unknown(), Map.of("T-1", new KnownProduct.Unreadable())),
				Map.of("lines[0].item", "ITEM_UNREADABLE"));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			A, -, CNY, 10.5
			B, -, CNY, 12
			-, A, CNY, 10.5
			-, C, CNY, 12
			-, -, CNY, 12
			B, A, CNY, 12
			A, -, USD, 1.5
			B, -, USD, -
			A, -, EUR, -
			""")
	void aBlankPriceIsTheListPriceOfTheGradeInTheCurrency(String registered, String said, String currency,
			BigDecimal taken) {
		KnownCustomer customer = (registered != null) ? new KnownCustomer.Registered(DETAILS, registered, Standing.GOOD)
				: new KnownCustomer.Unknown();
		Known known = new Known(EntryRules.OPEN, true, customer, both(false));
		OrderForm form = OrderForms.form()
			.grade(said)
			.currency(currency)
			.lines(new OrderForm.Line("T-1", null, null, "2", null, " "))
			.build();
		if (taken != null) {
			assertThat(placed(form, known).lines().getFirst().unitPrice()).isEqualTo(new Money(taken, currency));
		}
		else {
			refused(form, known, Map.of("lines[0].unitPrice", "REQUIRED"));
		}
	}

	@Test
	void aRepeatIsKnownAlthoughRegisterAndListSaySomethingElseByNow() {
		OrderPlaced placed = placed(BARE, KNOWN);
		CustomerDetails moved = new CustomerDetails(Personal.of("新名字"), null, List.of(), List.of(), null, null, null,
				"li");
		ProductDetails dearer = new ProductDetails("大茶杯", null, "只", Supply.STOCKED, CUP.taxRatePercent(), List.of());
		for (Standing standing : Standing.values()) {
			Known now = new Known(STRICT, true, new KnownCustomer.Registered(moved, "C", standing),
					Map.of("T-1", listed(dearer, true)));
			at(placed).when(new Place(BARE, now)).refused(OrderRefusal.ORDER_ALREADY_PLACED);
			at(placed)
				.when(new Place(with(BARE, (party) -> new OrderForm.Party("K-100", null, null, null, null, "B")), now))
				.refused(OrderRefusal.ORDER_ALREADY_PLACED);
		}
		Known good = new Known(EntryRules.OPEN, true, REGISTERED, Map.of("T-1", listed(CUP, false)));
		at(placed).when(new Place(with(BARE, new OrderForm.Line("T-1", null, null, "11", null, null)), good))
			.refused(OrderRefusal.ORDER_NUMBER_TAKEN);
		at(placed).when(new Place(with(BARE, new OrderForm.Line("T-1", null, null, "10", null, "10.4")), good))
			.refused(OrderRefusal.ORDER_NUMBER_TAKEN);
		at(placed)
			.when(new Place(with(BARE, (party) -> new OrderForm.Party("K-100", null, "李雷", null, null, null)), good))
			.refused(OrderRefusal.ORDER_NUMBER_TAKEN);
	}

	@Test
	void whatNobodyKnowsMustBeSaidAgainAsItWas() {
		OrderPlaced placed = placed(OrderForms.good(), OrderForms.OPEN);
		at(placed).when(new Place(OrderForms.form().grade("C").build(), OrderForms.OPEN))
			.refused(OrderRefusal.ORDER_NUMBER_TAKEN)
			.when(new Place(OrderForms.form()
				.customer((party) -> new OrderForm.Party(party.id(), party.name(), null, party.phone(), null,
						party.grade()))
				.build(), OrderForms.OPEN))
			.refused(OrderRefusal.ORDER_NUMBER_TAKEN);
	}

	@Test
	void whatIsKnownCountsInTheMemoryOfACommand() {
		assertThat(new Place(BARE, KNOWN).load()).isGreaterThan(new Place(BARE, OrderForms.OPEN).load());
		assertThat(new PlaceAgain(BARE, KNOWN).load()).isEqualTo(new Place(BARE, KNOWN).load());
		assertThat(KNOWN).hasToString("Known");
	}

	@Test
	void placedAgainItTakesWhatRegisterAndListSayNow() {
		OrderPlaced placed = placed(BARE, KNOWN);
		CustomerDetails moved = new CustomerDetails(Personal.of(NAME), null, List.of(contact("韩梅", "1")),
				DETAILS.addresses(), Personal.of(NAME), null, PaymentTerms.PREPAID, "li");
		Known now = new Known(STRICT, true, new KnownCustomer.Registered(moved, "B", Standing.GOOD), both(true));
		OrderPlaced again = (OrderPlaced) ((Outcome.Accepted<OrderEvent>) returned(placed)
			.when(new PlaceAgain(BARE, now))
			.outcome()).events().getFirst();
		assertThat(again.customer().contact()).isEqualTo(Personal.of("韩梅"));
		assertThat(again.customer().grade()).isEqualTo("B");
		assertThat(again.paymentTerms()).isEqualTo(PaymentTerms.PREPAID);
		assertThat(again.lines().getFirst().unitPrice()).as("withdrawn, but the order has it")
			.isEqualTo(Money.of("12", "CNY"));
	}

	@Test
	void anOrderKeepsItsCustomerAndItemsUnlessTheCustomerIsStopped() {
		OrderPlaced placed = placed(OrderForms.good(), OrderForms.OPEN);
		returned(placed).when(new PlaceAgain(OrderForms.good(), Known.nothing(STRICT))).thenTypes(OrderPlaced.class);
		returned(placed)
			.when(new PlaceAgain(OrderForms.form().customerId("K-2").lines(OrderForms.line("T-9", "1", "1")).build(),
					Known.nothing(STRICT)))
			.refusedFields(Map.of("customer.id", "CUSTOMER_NOT_REGISTERED", "lines[0].item", "ITEM_NOT_LISTED"));
		for (boolean theirs : List.of(true, false)) {
			returned(placed)
				.when(new PlaceAgain(OrderForms.good(),
						new Known(EntryRules.OPEN, theirs, new KnownCustomer.Registered(DETAILS, "A", Standing.BLOCKED),
								Map.of())))
				.refusedFields(Map.of("customer.id", "CUSTOMER_BLOCKED"));
			returned(placed)
				.when(new PlaceAgain(OrderForms.good(),
						new Known(EntryRules.OPEN, theirs, new KnownCustomer.Erased(LocalDate.of(2026, 3, 1)),
								Map.of())))
				.refusedFields(Map.of("customer.id", "CUSTOMER_FORGOTTEN"));
		}
	}

	@Test
	void whoMayNoLongerSeeTheCustomerLearnsNothingNewOfIt() {
		OrderPlaced placed = placed(OrderForms.good(), OrderForms.OPEN);
		OrderForm blank = OrderForms.form()
			.customer((party) -> new OrderForm.Party(party.id(), party.name(), null, null, null, null))
			.build();
		OrderPlaced again = (OrderPlaced) ((Outcome.Accepted<OrderEvent>) returned(placed)
			.when(new PlaceAgain(blank, new Known(EntryRules.OPEN, false, REGISTERED, Map.of())))
			.outcome()).events().getFirst();
		assertThat(again.customer().phone()).isNull();
		assertThat(again.customer().grade()).isEqualTo(placed.customer().grade());
	}

	@Test
	void whoMayNoLongerSeeTheCustomerDoesNotChooseItsGradeEither() {
		OrderPlaced placed = placed(BARE, new Known(EntryRules.OPEN, true,
				new KnownCustomer.Registered(DETAILS, "C", Standing.GOOD), Map.of("T-1", listed(CUP, false))));
		assertThat(placed.lines().getFirst().unitPrice()).isEqualTo(Money.of("12", "CNY"));
		OrderForm better = with(OrderForms.good(), new OrderForm.Line("T-1", null, null, "10", null, null));
		OrderPlaced again = (OrderPlaced) ((Outcome.Accepted<OrderEvent>) returned(placed)
			.when(new PlaceAgain(with(better, (party) -> new OrderForm.Party("K-100", NAME, null, null, null, "A")),
					new Known(EntryRules.OPEN, false, REGISTERED, Map.of("T-1", listed(CUP, false)))))
			.outcome()).events().getFirst();
		assertThat(again.customer().grade()).isEqualTo("C");
		assertThat(again.lines().getFirst().unitPrice()).isEqualTo(Money.of("12", "CNY"));
	}

	@Test
	void aCustomerWhoseTextsCannotBeReadAnyMoreIsNotWrittenIntoAnOrder() {
		CustomerDetails details = new CustomerDetails(sealed("1"), null, List.of(), DETAILS.addresses(), sealed("3"),
				null, PaymentTerms.MONTHLY, null);
		refused(BARE,
				new Known(EntryRules.OPEN, true, new KnownCustomer.Registered(details, "A", Standing.GOOD),
						Map.of("T-1", listed(CUP, false))),
				Map.of("customer.id", "CUSTOMER_UNREADABLE", "customer.name", "REQUIRED", "shipTo.country", "REQUIRED",
						"shipTo.address", "REQUIRED", "invoice.title", "REQUIRED", "paymentTerms", "REQUIRED"));
	}

	@Test
	void aBlankTimeOfReceiptMakesNoOtherOrder() {
		OrderForm blank = new OrderForm(" ", BARE.channel(), BARE.customer(), BARE.shipTo(), BARE.currency(),
				BARE.lines(), null, BARE.requestedDelivery(), BARE.deliveryMethod(), null, null, BARE.invoice(), null,
				List.of(), BARE.unsaid());
		at(placed(BARE, KNOWN)).when(new Place(blank, KNOWN)).refused(OrderRefusal.ORDER_ALREADY_PLACED);
	}

	@Test
	void sealedTextsStaySealedAndAreOpenedOnlyToBeCompared() {
		Personal name = sealed("1");
		Personal street = sealed("2");
		CustomerDetails details = new CustomerDetails(name, null, List.of(),
				List.of(new CustomerAddress(null, "CN", null, null, street, null, null, null)), sealed("3"), null,
				PaymentTerms.MONTHLY, null);
		Known known = new Known(EntryRules.OPEN, true, new KnownCustomer.Registered(details, "A", Standing.GOOD),
				both(false));
		OrderForm named = with(BARE, (party) -> new OrderForm.Party("K-100", NAME, null, null, null, null));
		Privacy keys = opening(Map.of(name, NAME));
		OrderPlaced placed = (OrderPlaced) accepted(named, known, keys);
		assertThat(placed.shipTo().address()).isEqualTo(street);
		assertThat(placed.invoice().title()).isEqualTo(sealed("3"));
		assertThat(placed.customer().name()).isEqualTo(Personal.of(NAME));
		assertThat(((OrderPlaced) accepted(BARE, known, keys)).customer().name()).isEqualTo(name);
		assertThat(decide(named, known, Privacy.CLEAR)).as("nobody can say that it is the same name")
			.isInstanceOf(Outcome.Refused.class);
	}

	@ParameterizedTest
	@EnumSource(Rule.class)
	void aFormWithTooManyLinesIsToldOnlyThat(Rule freeText) {
		OrderForm.Line[] lines = new OrderForm.Line[1001];
		Arrays.fill(lines, OrderForms.line("T-9", "1", "1"));
		refused(OrderForms.form().lines(lines).build(), Known.nothing(new EntryRules(Rule.ALLOW, freeText)),
				Map.of("lines", "TOO_MANY"));
	}

	private static Contact contact(String name, String phone) {
		return new Contact(Personal.of(name), null, Personal.of(phone), null);
	}

	private static GradePrice price(String grade, String list, String currency) {
		return new GradePrice(grade, new Money(new BigDecimal(list), currency), new Money(BigDecimal.ONE, currency));
	}

	private static KnownProduct listed(ProductDetails details, boolean withdrawn) {
		return new KnownProduct.Listed(details, withdrawn);
	}

	/** The cup in pieces as well, as the forms of other tests have it. */
	private static Map<String, KnownProduct> both(boolean withdrawn) {
		ProductDetails pieces = new ProductDetails(CUP.name(), CUP.specification(), "PCS", CUP.supply(),
				CUP.taxRatePercent(), CUP.prices());
		return Map.of("T-1", listed(pieces, withdrawn));
	}

	private static OrderForm form(UnaryOperator<OrderForm.Party> customer, OrderForm.Address shipTo,
			OrderForm.Line line, String terms, OrderForm.Invoice invoice) {
		return new OrderForm(BARE.receivedAt(), BARE.channel(), customer.apply(BARE.customer()), shipTo,
				BARE.currency(), List.of(line), null, BARE.requestedDelivery(), BARE.deliveryMethod(), null, terms,
				invoice, null, List.of(), BARE.unsaid());
	}

	private static OrderForm with(OrderForm form, UnaryOperator<OrderForm.Party> change) {
		return new OrderForm(form.receivedAt(), form.channel(), change.apply(form.customer()), form.shipTo(),
				form.currency(), form.lines(), form.total(), form.requestedDelivery(), form.deliveryMethod(),
				form.packaging(), form.paymentTerms(), form.invoice(), form.remarks(), form.keyPoints(), form.unsaid());
	}

	private static OrderForm with(OrderForm form, OrderForm.Address shipTo) {
		return form((party) -> form.customer(), shipTo, form.lines().getFirst(), form.paymentTerms(), form.invoice());
	}

	private static OrderForm with(OrderForm form, OrderForm.Invoice invoice) {
		return form((party) -> form.customer(), form.shipTo(), form.lines().getFirst(), form.paymentTerms(), invoice);
	}

	private static OrderForm with(OrderForm form, OrderForm.Line line) {
		return form((party) -> form.customer(), form.shipTo(), line, form.paymentTerms(), form.invoice());
	}

	private static Scenario<Order, OrderCommand, OrderEvent> at(GendanEvent... past) {
		return Scenario.of(new OrderStage(OrderForms.POLICY)).at(OrderForms.NOW).given(past);
	}

	private static Scenario<Order, OrderCommand, OrderEvent> returned(OrderPlaced placed) {
		return at(placed, new OrderReturnedForCorrection("SO-1", 1, "wang", List.of()));
	}

	private static Outcome<OrderEvent> outcome(OrderForm form, Known known) {
		return at().when(new Place(form, known)).outcome();
	}

	private static OrderPlaced placed(OrderForm form, Known known) {
		return (OrderPlaced) accepted(form, known, Privacy.CLEAR);
	}

	private static OrderEvent accepted(OrderForm form, Known known, Privacy privacy) {
		Outcome<OrderEvent> outcome = decide(form, known, privacy);
		assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
		return ((Outcome.Accepted<OrderEvent>) outcome).events().getFirst();
	}

	private static Outcome<OrderEvent> decide(OrderForm form, Known known, Privacy privacy) {
		return new OrderStage(OrderForms.POLICY).decide(Order.unknown("SO-1"), new Place(form, known),
				new Context(new Actor("salesperson", "li"), OrderForms.NOW, List.of(), privacy));
	}

	private static void refused(OrderForm form, Known known, Map<String, String> faults) {
		Scenario<Order, OrderCommand, OrderEvent> story = at().when(new Place(form, known));
		if (faults.isEmpty()) {
			story.thenTypes(OrderPlaced.class);
		}
		else {
			story.refused(OrderRefusal.FIELDS_INVALID).refusedFields(faults);
		}
	}

	private static Personal sealed(String time) {
		String header = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString("{\"alg\":\"dir\",\"kid\":\"K-100\"}".getBytes(StandardCharsets.UTF_8));
		return Personal.read(header + ".." + "i".repeat(16) + "." + "c".repeat(20) + time + "." + "t".repeat(22));
	}

	private static Privacy opening(Map<Personal, String> texts) {
		return new Privacy() {

			@Override
			public String open(Personal text) {
				return text.isSealed() ? texts.get(text) : text.text();
			}

			@Override
			public <E extends GendanEvent> E opened(E event) {
				return event;
			}

		};
	}

}
