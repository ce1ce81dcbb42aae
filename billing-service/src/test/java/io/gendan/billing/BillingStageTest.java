package io.gendan.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.gendan.contract.Money;
import io.gendan.contract.Quantity;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.InvoiceIssued;
import io.gendan.contract.billing.InvoiceLine;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.billing.PaymentOverdue;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

import static io.gendan.billing.Orders.confirmed;
import static io.gendan.billing.Orders.delivered;
import static io.gendan.billing.Orders.placed;
import static io.gendan.billing.Orders.receipt;
import static org.assertj.core.api.Assertions.assertThat;

/** The billing of an order, told as stories. */
class BillingStageTest {

	static final BillingStage STAGE = new BillingStage(new TermsPolicy(ZoneId.of("Asia/Shanghai"), 7),
			new TaxPolicy(BigDecimal.valueOf(13)), new ReceiptPolicy(new BigDecimal("1000000000000")),
			new SettlementPolicy(1));

	/** Ten in the evening in UTC, already the next day in Shanghai. */
	private static final Instant EVENING = Instant.parse("2026-03-09T22:00:00Z");

	private static final OrderReleased PAID_AHEAD = new OrderReleased("SO-1", "paid in advance");

	private static final InvoiceIssued INVOICE = new InvoiceIssued("SO-1", "INV-SO-1", Orders.INVOICE,
			List.of(new InvoiceLine(1, cny("88.50"), Quantity.of(13), cny("11.50"))), cny("88.50"), cny("11.50"),
			cny("100.00"), LocalDate.of(2026, 3, 10));

	private static Scenario<Billing, BillingCommand, BillingEvent> order(PaymentTerms terms) {
		return Scenario.of(STAGE).at(EVENING).given(placed("SO-1", terms, "CNY", "100.00"));
	}

	@Test
	void prepaidIsReleasedOnceAllIsPaidAndSettledOnceDelivered() {
		order(PaymentTerms.PREPAID).received(confirmed("SO-1"))
			.then(new PaymentRequested("SO-1", cny("100.00"), LocalDate.of(2026, 3, 17), PaymentTerms.PREPAID))
			.when(receipt("V-1", "40", "CNY"))
			.then(new PaymentReceived("SO-1", "V-1", cny("40.00"), cny("60.00")))
			.when(receipt("V-2", "60.00", "CNY"))
			.then(new PaymentReceived("SO-1", "V-2", cny("60.00"), cny("0.00")), PAID_AHEAD)
			.received(delivered("SO-1"))
			.then(INVOICE, new OrderSettled("SO-1", cny("100.00"), cny("100.00"), cny("0.00")));
	}

	@Test
	void cashOnDeliveryIsReleasedAtOnceAndDueOnTheDayItIsTypedNotBefore() {
		order(PaymentTerms.CASH_ON_DELIVERY).received(confirmed("SO-1"))
			.then(new OrderReleased("SO-1", "cash on delivery"))
			.received(delivered("SO-1", Instant.parse("2026-03-07T16:30:00Z")))
			.then(INVOICE,
					new PaymentRequested("SO-1", cny("100.00"), LocalDate.of(2026, 3, 10),
							PaymentTerms.CASH_ON_DELIVERY))
			.when(receipt("V-1", "100.00", "CNY"))
			.then(new PaymentReceived("SO-1", "V-1", cny("100.00"), cny("0.00")),
					new OrderSettled("SO-1", cny("100.00"), cny("100.00"), cny("0.00")));
	}

	@Test
	void monthlyIsDueAtTheEndOfTheMonthAfterDelivery() {
		order(PaymentTerms.MONTHLY).received(confirmed("SO-1"))
			.then(new OrderReleased("SO-1", "monthly settlement"))
			.at(Instant.parse("2027-02-01T02:00:00Z"))
			.received(delivered("SO-1", Instant.parse("2027-01-31T15:59:59Z")))
			.thenTypes(InvoiceIssued.class, PaymentRequested.class)
			.due(Instant.parse("2027-02-28T16:00:00Z"));
	}

	@Test
	void overpaymentIsKeptAsCredit() {
		order(PaymentTerms.PREPAID).given(confirmed("SO-1"), delivered("SO-1"), INVOICE)
			.when(receipt("V-1", "130.50", "CNY"))
			.then(new PaymentReceived("SO-1", "V-1", cny("130.50"), cny("-30.50")), PAID_AHEAD,
					new OrderSettled("SO-1", cny("100.00"), cny("130.50"), cny("30.50")));
	}

	@Test
	void whatWasPaidBeforeDeliveryIsNotAskedForAgain() {
		order(PaymentTerms.MONTHLY).given(confirmed("SO-1"), new OrderReleased("SO-1", "monthly settlement"))
			.when(receipt("V-1", "30.00", "CNY"))
			.then(new PaymentReceived("SO-1", "V-1", cny("30.00"), cny("70.00")))
			.received(delivered("SO-1"))
			.then(INVOICE, new PaymentRequested("SO-1", cny("70.00"), LocalDate.of(2026, 4, 30), PaymentTerms.MONTHLY));
	}

	@Test
	void unpaidIsOverdueOnceWhenItsLastDayHasPassed() {
		Instant midnight = Instant.parse("2026-03-17T16:00:00Z");
		order(PaymentTerms.PREPAID).notDue()
			.received(confirmed("SO-1"))
			.thenTypes(PaymentRequested.class)
			.due(midnight)
			.when(receipt("V-1", "1.00", "CNY"))
			.thenTypes(PaymentReceived.class)
			.whenDue(midnight.minusSeconds(1))
			.then()
			.whenDue(midnight)
			.then(new PaymentOverdue("SO-1", cny("99.00"), LocalDate.of(2026, 3, 17)))
			.notDue()
			.when(receipt("V-2", "99.00", "CNY"))
			.thenTypes(PaymentReceived.class, OrderReleased.class)
			.notDue();
	}

	@Test
	void paidInTimeIsNeverOverdue() {
		order(PaymentTerms.PREPAID).received(confirmed("SO-1"))
			.thenTypes(PaymentRequested.class)
			.when(receipt("V-1", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class, OrderReleased.class)
			.notDue();
	}

	@Test
	void thePromiseToPayIsCalledOffWithTheOrderOrItsNotice() {
		var asked = order(PaymentTerms.PREPAID).received(confirmed("SO-1")).thenTypes(PaymentRequested.class);
		Billing before = asked.state();
		Billing paid = asked.when(receipt("V-1", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class, OrderReleased.class)
			.state();
		assertThat(STAGE.withdrawn(before, paid)).isFalse();
		Billing cancelled = Scenario.of(STAGE)
			.given(placed("SO-1", PaymentTerms.PREPAID, "CNY", "100.00"), confirmed("SO-1"), Orders.cancelled("SO-1"))
			.state();
		assertThat(STAGE.withdrawn(before, cancelled)).isTrue();
		Billing askedForMore = Scenario.of(STAGE)
			.given(placed("SO-1", PaymentTerms.PREPAID, "CNY", "100.00"), confirmed("SO-1"),
					new PaymentRequested("SO-1", cny("120.00"), LocalDate.of(2026, 3, 20), PaymentTerms.PREPAID))
			.state();
		assertThat(STAGE.withdrawn(before, askedForMore)).isTrue();
	}

	@Test
	void anOrderPlacedAgainCountsAsLastPlaced() {
		Billing billing = order(PaymentTerms.PREPAID).received(placed("SO-1", 2, PaymentTerms.PREPAID, "CNY", "80.00"))
			.then()
			.received(confirmed("SO-1"))
			.then(new PaymentRequested("SO-1", cny("80.00"), LocalDate.of(2026, 3, 17), PaymentTerms.PREPAID))
			.received(placed("SO-1", 3, PaymentTerms.PREPAID, "CNY", "1.00"))
			.then()
			.state();
		assertThat(billing.outstanding()).contains(cny("80.00"));
	}

	@Test
	void aCancelledOrderAsksForNothing() {
		order(PaymentTerms.PREPAID).received(Orders.cancelled("SO-1"))
			.then()
			.received(confirmed("SO-1"))
			.then()
			.notDue();
	}

	@Test
	void listsShowWhatIsOutstanding() {
		Billing billing = order(PaymentTerms.PREPAID).received(confirmed("SO-1"))
			.thenTypes(PaymentRequested.class)
			.when(receipt("V-1", "40", "CNY"))
			.thenTypes(PaymentReceived.class)
			.state();
		assertThat(STAGE.summary(billing)).containsEntry("state", "PAYMENT_DUE")
			.containsEntry("customer", "C-1")
			.containsEntry("amount", "100.00")
			.containsEntry("received", "40.00")
			.containsEntry("outstanding", "60.00")
			.containsEntry("dueOn", "2026-03-17")
			.containsEntry("released", false);
	}

	private static Money cny(String amount) {
		return Money.of(amount, "CNY");
	}

}
