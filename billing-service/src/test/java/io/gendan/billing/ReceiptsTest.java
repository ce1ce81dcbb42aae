package io.gendan.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.gendan.billing.BillingCommand.RecordReceipt;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.billing.PaymentOverdue;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.stage.Outcome;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gendan.billing.Orders.confirmed;
import static io.gendan.billing.Orders.placed;
import static io.gendan.billing.Orders.receipt;
import static org.assertj.core.api.Assertions.assertThat;

/** Money that arrives: in which states, with which faults, twice (BIL-3). */
class ReceiptsTest {

	private static final GendanEvent PLACED = placed("SO-1", PaymentTerms.PREPAID, "CNY", "100.00");

	private static final GendanEvent CONFIRMED = confirmed("SO-1");

	private static final GendanEvent REQUESTED = new PaymentRequested("SO-1", cny("100.00"), LocalDate.of(2026, 3, 9),
			PaymentTerms.PREPAID);

	private static final GendanEvent PAID = new PaymentReceived("SO-1", "V-0", cny("100.00"), cny("0.00"));

	@ParameterizedTest
	@MethodSource("states")
	void everyStateTakesAReceiptOrSaysWhyNot(BillingPhase phase, List<GendanEvent> past, Object expected) {
		Scenario<Billing, BillingCommand, BillingEvent> scenario = Scenario.of(BillingStageTest.STAGE)
			.given(past.toArray(GendanEvent[]::new));
		assertThat(scenario.state().phase()).isEqualTo(phase);
		scenario.when(receipt("V-1", "10.00", "CNY"));
		if (expected instanceof BillingRefusal code) {
			scenario.refused(code);
		}
		else {
			assertThat(scenario.outcome()).isInstanceOf(Outcome.Accepted.class);
		}
	}

	static Stream<Arguments> states() {
		Object accepted = "accepted";
		return Stream.of(Arguments.of(BillingPhase.WAITING, List.of(), BillingRefusal.NOT_CONFIRMED),
				Arguments.of(BillingPhase.WAITING, List.of(PLACED), BillingRefusal.NOT_CONFIRMED),
				Arguments.of(BillingPhase.PAYMENT_DUE, List.of(PLACED, CONFIRMED, REQUESTED), accepted),
				Arguments.of(BillingPhase.OVERDUE,
						List.of(PLACED, CONFIRMED, REQUESTED,
								new PaymentOverdue("SO-1", cny("100.00"), LocalDate.of(2026, 3, 9))),
						accepted),
				Arguments.of(BillingPhase.RELEASED,
						List.of(PLACED, CONFIRMED, REQUESTED, PAID, new OrderReleased("SO-1", "paid in advance")),
						accepted),
				Arguments.of(BillingPhase.SETTLED,
						List.of(PLACED, CONFIRMED, REQUESTED, PAID,
								new OrderSettled("SO-1", cny("100.00"), cny("100.00"), cny("0.00"))),
						accepted),
				Arguments.of(BillingPhase.CANCELLED, List.of(PLACED, Orders.cancelled("SO-1")), accepted));
	}

	@Test
	void theSameVoucherIsBookedOnceAlsoAfterTheOrderIsSettled() {
		Scenario.of(BillingStageTest.STAGE)
			.given(PLACED, CONFIRMED, REQUESTED, PAID)
			.when(receipt("V-0", "100.00", "CNY"))
			.refused(BillingRefusal.VOUCHER_KNOWN)
			.when(receipt(" V-0 ", "1.00", "CNY"))
			.refused(BillingRefusal.VOUCHER_KNOWN)
			.given(new OrderSettled("SO-1", cny("100.00"), cny("100.00"), cny("0.00")))
			.when(receipt("V-0", "100.00", "CNY"))
			.refused(BillingRefusal.VOUCHER_KNOWN);
	}

	@Test
	void allFaultsAreToldAtOnce() {
		due("CNY", "100.00").when(new RecordReceipt(null, null, null, null))
			.refused(BillingRefusal.FIELDS_INVALID)
			.refusedFields(Map.of("voucher", "REQUIRED", "amount", "REQUIRED", "currency", "REQUIRED"))
			.when(new RecordReceipt("V".repeat(65), new BigDecimal("-0.01"), "USD", "SO-2"))
			.refusedFields(Map.of("voucher", "TOO_LONG", "amount", "AMOUNT_NOT_POSITIVE", "currency",
					"CURRENCY_DIFFERENT", "reference", "REFERENCE_DIFFERENT"))
			.when(new RecordReceipt("V\u0007x", new BigDecimal("0E-400000000"), "XYZ", "SO-1"))
			.refusedFields(Map.of("voucher", "UNPRINTABLE", "amount", "AMOUNT_NOT_POSITIVE", "currency",
					"CURRENCY_DIFFERENT"));
	}

	@Test
	void anAmountFitsItsCurrencyAndReason() {
		due("CNY", "100.00").when(receipt("V", "0.001", "CNY"))
			.refusedFields(Map.of("amount", "AMOUNT_TOO_FINE"))
			.when(receipt("V", "1E+999999999", "CNY"))
			.refusedFields(Map.of("amount", "AMOUNT_TOO_LARGE"))
			.when(receipt("V", "1E-999999999", "CNY"))
			.refusedFields(Map.of("amount", "AMOUNT_TOO_FINE"))
			.when(receipt("V", "1000000000000.01", "CNY"))
			.refusedFields(Map.of("amount", "AMOUNT_TOO_LARGE"));
		due("JPY", "100").when(receipt("V", "0.5", "JPY")).refusedFields(Map.of("amount", "AMOUNT_TOO_FINE"));
		due("KWD", "1.000").when(receipt("V", "0.5010", "KWD"))
			.then(new PaymentReceived("SO-1", "V", Money.of("0.501", "KWD"), Money.of("0.499", "KWD")));
	}

	private static Scenario<Billing, BillingCommand, BillingEvent> due(String currency, String amount) {
		return Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", PaymentTerms.CASH_ON_DELIVERY, currency, amount), CONFIRMED,
					new OrderReleased("SO-1", "cash on delivery"));
	}

	private static Money cny(String amount) {
		return Money.of(amount, "CNY");
	}

}
