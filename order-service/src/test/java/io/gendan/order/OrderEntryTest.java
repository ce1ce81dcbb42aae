package io.gendan.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.stage.Outcome;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What an order must be to be placed, and that all its faults are told (ORD-4). */
class OrderEntryTest {

	private static Scenario<Order, OrderCommand, OrderEvent> entry() {
		return Scenario.of(new OrderStage(OrderForms.POLICY)).at(OrderForms.NOW);
	}

	private static OrderPlaced accepted(OrderForm form) {
		Outcome<OrderEvent> outcome = entry().when(new OrderCommand.Place(form, OrderForms.OPEN)).outcome();
		return (OrderPlaced) ((Outcome.Accepted<OrderEvent>) outcome).events().getFirst();
	}

	@Test
	void anEmptyFormIsToldEverythingAtOnce() {
		entry().when(new OrderCommand.Place(OrderForms.nothing(), OrderForms.OPEN))
			.refused(OrderRefusal.FIELDS_INVALID)
			.refusedFields(Map.ofEntries(Map.entry("channel", "REQUIRED"), Map.entry("customer.id", "REQUIRED"),
					Map.entry("customer.name", "REQUIRED"), Map.entry("shipTo.country", "REQUIRED"),
					Map.entry("shipTo.address", "REQUIRED"), Map.entry("currency", "REQUIRED"),
					Map.entry("lines", "LINES_MISSING"), Map.entry("requestedDelivery", "REQUIRED"),
					Map.entry("deliveryMethod", "REQUIRED"), Map.entry("paymentTerms", "REQUIRED"),
					Map.entry("invoice.kind", "REQUIRED")));
	}

	@Test
	void everyFaultOfEveryLineIsTold() {
		OrderForm form = OrderForms.form()
			.lines(OrderForms.line("T-1", "-5", "0"), null, OrderForms.line("T-3", "0.0001", "1e10"),
					new OrderForm.Line("T-4", "cup", null, "abc", "PCS", "NaN"))
			.build();
		entry().when(new OrderCommand.Place(form, OrderForms.OPEN))
			.refusedFields(Map.ofEntries(Map.entry("lines[0].quantity", "NUMBER_NOT_POSITIVE"),
					Map.entry("lines[0].unitPrice", "NUMBER_NOT_POSITIVE"), Map.entry("lines[1].item", "REQUIRED"),
					Map.entry("lines[1].description", "REQUIRED"), Map.entry("lines[1].quantity", "REQUIRED"),
					Map.entry("lines[1].unit", "REQUIRED"), Map.entry("lines[1].unitPrice", "REQUIRED"),
					Map.entry("lines[2].quantity", "NUMBER_TOO_PRECISE"),
					Map.entry("lines[2].unitPrice", "NUMBER_TOO_LARGE"),
					Map.entry("lines[3].quantity", "NUMBER_INVALID"),
					Map.entry("lines[3].unitPrice", "NUMBER_INVALID")));
	}

	static Stream<Arguments> faults() {
		return Stream.of(fault("currency", "CURRENCY_UNKNOWN", (form) -> form.currency("XYZ")),
				fault("currency", "CURRENCY_UNKNOWN", (form) -> form.currency("XAU")),
				fault("currency", "CURRENCY_UNKNOWN", (form) -> form.currency("cny")),
				fault("shipTo.country", "COUNTRY_UNKNOWN", (form) -> form.country("ZZ")),
				fault("channel", "CHOICE_UNKNOWN", (form) -> form.channel("PIGEON")),
				fault("deliveryMethod", "CHOICE_UNKNOWN", (form) -> form.deliveryMethod("road")),
				fault("paymentTerms", "CHOICE_UNKNOWN", (form) -> form.paymentTerms("NEVER")),
				fault("invoice.kind", "CHOICE_UNKNOWN", (form) -> form.invoice("PINK", "x", null)),
				fault("invoice.taxNumber", "TAX_NUMBER_REQUIRED", (form) -> form.invoice("VAT_SPECIAL", "x", null)),
				fault("invoice.title", "REQUIRED", (form) -> form.invoice("ORDINARY", " ", null)),
				fault("customer.grade", "CHOICE_UNKNOWN", (form) -> form.grade("D")),
				fault("customer.creditCode", "CREDIT_CODE_INVALID", (form) -> form.creditCode("91330100799655058C")),
				fault("customer.id", "UNPRINTABLE", (form) -> form.customerId("K\u0000100")),
				fault("customer.name", "UNPRINTABLE", (form) -> form.customerName("a\nb")),
				fault("customer.name", "UNPRINTABLE", (form) -> form.customerName("abc\u202Ecod")),
				fault("customer.name", "UNPRINTABLE", (form) -> form.customerName("lone \uD800")),
				fault("customer.name", "TOO_LONG", (form) -> form.customerName("名".repeat(201))),
				fault("remarks", "TOO_LONG", (form) -> form.remarks("x".repeat(4001))),
				fault("remarks", "UNPRINTABLE", (form) -> form.remarks("bell \u0007")),
				fault("keyPoints[1]", "REQUIRED", (form) -> form.keyPoints(java.util.Arrays.asList("a", null))),
				fault("keyPoints", "TOO_MANY", (form) -> form.keyPoints(Collections.nCopies(51, "a"))),
				fault("receivedAt", "RECEIPT_IN_FUTURE", (form) -> form.receivedAt("2026-03-02T10:02:01+08:00")),
				fault("receivedAt", "TIME_INVALID", (form) -> form.receivedAt("2026-03-02 10:00")),
				fault("receivedAt", "TIME_INVALID", (form) -> form.receivedAt("2026-02-30T10:00:00Z")),
				fault("receivedAt", "RECEIPT_TOO_EARLY", (form) -> form.receivedAt("-999999999-01-01T00:00:00Z")),
				fault("receivedAt", "RECEIPT_TOO_EARLY", (form) -> form.receivedAt("1999-12-31T23:59:59+08:00")),
				fault("requestedDelivery", "DELIVERY_TOO_FAR", (form) -> form.requestedDelivery("9999-12-31")),
				fault("customer.id", "IDENTIFIER_ROUNDED", (form) -> form.customerId("3.30106E+17")),
				fault("customer.id", "UNPRINTABLE", (form) -> form.customerId("K\u200B100")),
				fault("customer.id", "UNPRINTABLE", (form) -> form.customerId("K\u00A0100")),
				fault("customer.name", "UNPRINTABLE", (form) -> form.customerName("\u200B\u200B")),
				fault("customer.creditCode", "IDENTIFIER_ROUNDED", (form) -> form.creditCode("9,13301e+17")),
				fault("invoice.taxNumber", "IDENTIFIER_ROUNDED",
						(form) -> form.invoice("VAT_SPECIAL", "x", "9.13301E+17")),
				fault("invoice.taxNumber", "IDENTIFIER_ROUNDED",
						(form) -> form.invoice("VAT_SPECIAL", "x", "913301007996550000")),
				fault("shipTo.phone", "IDENTIFIER_ROUNDED", (form) -> form.shipToPhone("1.38E+10")),
				fault("lines[0].item", "IDENTIFIER_ROUNDED",
						(form) -> form.lines(OrderForms.line("6.9012E+12", "1", "1"))),
				fault("requestedDelivery", "DATE_INVALID", (form) -> form.requestedDelivery("2026-02-30")),
				fault("requestedDelivery", "DATE_INVALID", (form) -> form.requestedDelivery("tomorrow")),
				fault("requestedDelivery", "DELIVERY_BEFORE_RECEIPT", (form) -> form.requestedDelivery("2026-03-01")),
				fault("requestedDelivery", "DELIVERY_TOO_FAR", (form) -> form.requestedDelivery("2029-03-03")),
				fault("total", "TOTAL_DISAGREES", (form) -> form.total("124.02")),
				fault("total", "NUMBER_INVALID", (form) -> form.total("much")),
				fault("total", "TOTAL_NOT_POSITIVE", (form) -> form.lines(OrderForms.line("T-1", "0.001", "0.000001"))),
				fault("lines", "TOO_MANY",
						(form) -> form.lines(Collections.nCopies(1001, OrderForms.line("T", "1", "1"))
							.toArray(OrderForm.Line[]::new))),
				fault("lines[0].quantity", "NUMBER_TOO_LARGE",
						(form) -> form.lines(OrderForms.line("T-1", "1e999999999", "1"))),
				fault("lines[0].quantity", "NUMBER_TOO_PRECISE",
						(form) -> form.lines(OrderForms.line("T-1", "1e-999999999", "1"))),
				fault("lines[0].quantity", "NUMBER_TOO_LARGE",
						(form) -> form.lines(OrderForms.line("T-1", "100e2147483647", "1"))),
				fault("lines[0].quantity", "NUMBER_NOT_POSITIVE",
						(form) -> form.lines(OrderForms.line("T-1", "-100e2147483647", "1"))),
				fault("lines[0].unitPrice", "NUMBER_TOO_LARGE",
						(form) -> form.lines(OrderForms.line("T-1", "1", "100e2147483647"))),
				fault("total", "TOTAL_DISAGREES", (form) -> form.total("100e2147483647")),
				fault("total", "TOTAL_DISAGREES", (form) -> form.total("100e-2147483647")),
				fault("lines[0].unitPrice", "NUMBER_TOO_PRECISE",
						(form) -> form.lines(OrderForms.line("T-1", "1", "0.1234567"))),
				fault("lines[0].quantity", "TOO_LONG",
						(form) -> form.lines(OrderForms.line("T-1", "9".repeat(200), "1"))));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("faults")
	void aFaultIsToldWithItsFieldAndNothingElse(String field, String code, OrderForm form) {
		entry().when(new OrderCommand.Place(form, OrderForms.OPEN)).refusedFields(Map.of(field, code));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			''|ORDER_NUMBER_INVALID
			 SO-1|ORDER_NUMBER_INVALID
			SO-1\u3000|ORDER_NUMBER_INVALID
			..|ORDER_NUMBER_INVALID
			SO\u200B1|UNPRINTABLE
			SO\u00A01|UNPRINTABLE
			2.0261E+14|IDENTIFIER_ROUNDED
			12345678901234567890123456789012345678901|TOO_LONG
			S\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\
			\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301|UNPRINTABLE
			""")
	void anOrderNumberHasItsForm(String number, String code) {
		Scenario.of(new OrderStage(OrderForms.POLICY), number)
			.when(new OrderCommand.Place(OrderForms.good(), OrderForms.OPEN))
			.refusedFields(Map.of("number", code));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "SO-1", "SO 1", "订单-1", "2026/0815", "100%", "x;y=1", "A+B C", "1/2\" BSP", "\uD840\uDC0B1" })
	void numbersAndCodesHaveAnyVisibleCharacter(String code) {
		OrderForm form = OrderForms.form().customerId(code).lines(OrderForms.line(code, "1", "1")).build();
		Outcome<OrderEvent> outcome = Scenario.of(new OrderStage(OrderForms.POLICY), code)
			.at(OrderForms.NOW)
			.when(new OrderCommand.Place(form, OrderForms.OPEN))
			.outcome();
		OrderPlaced placed = (OrderPlaced) ((Outcome.Accepted<OrderEvent>) outcome).events().getFirst();
		assertThat(List.of(placed.order(), placed.customer().id(), placed.lines().getFirst().item()))
			.containsOnly(code);
	}

	@Test
	void theClockOfASenderMayBeALittleAhead() {
		assertThat(accepted(OrderForms.form().receivedAt("2026-03-02T10:01:59+08:00").build()).receivedAt())
			.isEqualTo("2026-03-02T02:01:59Z");
	}

	@Test
	void oneTextHasOneSpelling() {
		assertThat(accepted(OrderForms.form().customerName("Cafe\u0301 \u00A0").build()).customer().name())
			.isEqualTo(Personal.of("Caf\u00E9"));
	}

	@Test
	void whatIsNotSaidFollowsFromWhatIs() {
		OrderPlaced placed = accepted(OrderForms.form()
			.receivedAt(null)
			.requestedDelivery(null)
			.unsaid(OrderForms.NOW.minusSeconds(86_400), 10)
			.build());
		assertThat(placed.receivedAt()).isEqualTo("2026-03-01T02:00:00Z");
		assertThat(placed.requestedDelivery()).isEqualTo("2026-03-11");
	}

	@ParameterizedTest
	@CsvSource({ "3,0.335,1.01", "3,0.335000,1.01", "0.5,0.01,0.01", "0.333,10,3.33", "1000000000,1000000000,1e18" })
	void amountsAreExactAndRoundedHalfUp(String quantity, String price, BigDecimal amount) {
		OrderPlaced placed = accepted(
				OrderForms.form().lines(OrderForms.line("T", quantity, price)).total(amount.toPlainString()).build());
		assertThat(placed.total().amount()).isEqualByComparingTo(amount);
	}

	@Test
	void amountsFollowTheCurrency() {
		OrderForm yen = OrderForms.form().currency("JPY").lines(OrderForms.line("T", "3", "0.5")).build();
		assertThat(accepted(yen).total()).isEqualTo(Money.of("2", "JPY"));
		OrderForm dinar = OrderForms.form().currency("BHD").lines(OrderForms.line("T", "1", "0.0005")).build();
		assertThat(accepted(dinar).total()).isEqualTo(Money.of("0.001", "BHD"));
	}

	@Test
	void theTotalIsTheSumOfTheRoundedLines() {
		List<OrderForm.Line> lines = new ArrayList<>(Collections.nCopies(1000, OrderForms.line("T", "1", "0.005")));
		OrderPlaced placed = accepted(OrderForms.form().lines(lines.toArray(OrderForm.Line[]::new)).build());
		assertThat(placed.total()).isEqualTo(Money.of("10.00", "CNY"));
		assertThat(placed.lines().getLast().line()).isEqualTo(1000);
	}

	@Test
	void theDateOfReceiptIsThatOfTheBusinessZone() {
		OrderForms form = OrderForms.form().receivedAt("2026-03-01T20:00:00Z");
		entry().when(new OrderCommand.Place(form.requestedDelivery("2026-03-01").build(), OrderForms.OPEN))
			.refusedFields(Map.of("requestedDelivery", "DELIVERY_BEFORE_RECEIPT"));
		assertThat(accepted(form.requestedDelivery("2026-03-02").build()).requestedDelivery()).isEqualTo("2026-03-02");
	}

	@Test
	void withoutATimeOfReceiptItIsNow() {
		assertThat(accepted(OrderForms.form().receivedAt(null).build()).receivedAt()).isEqualTo(OrderForms.NOW);
	}

	@Test
	void blankTextsAreNoTextsAndOthersAreStripped() {
		OrderPlaced placed = accepted(OrderForms.form().remarks("  ").customerName(" 王记 ").build());
		assertThat(placed.remarks()).isNull();
		assertThat(placed.customer().name()).isEqualTo(Personal.of("王记"));
	}

	@Test
	void anOrderWithoutInvoiceNeedsNoTitle() {
		OrderPlaced placed = accepted(OrderForms.form().invoice("NONE", null, null).build());
		assertThat(placed.invoice().title()).isEqualTo(placed.customer().name());
	}

	@Test
	void onlyAcceptedCurrenciesAreTaken() {
		OrderPolicy policy = OrderForms.POLICY;
		OrderPolicy onlyPounds = new OrderPolicy(policy.zone(), policy.maxLines(), policy.quantityDecimals(),
				policy.maxQuantity(), policy.priceDecimals(), policy.maxPrice(), policy.earliestReceipt(),
				policy.clockSkew(), policy.deliveryHorizon(), Set.of("GBP"), policy.retention());
		Scenario.of(new OrderStage(onlyPounds))
			.when(new OrderCommand.Place(OrderForms.good(), OrderForms.OPEN))
			.refusedFields(Map.of("currency", "CURRENCY_UNKNOWN"));
	}

	private static Arguments fault(String field, String code, UnaryOperator<OrderForms> change) {
		return arguments(field, code, change.apply(OrderForms.form()).build());
	}

}
