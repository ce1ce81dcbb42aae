package io.gendan.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.gendan.billing.BillingCommand.AgreedLine;
import io.gendan.billing.BillingCommand.DecideDifferences;
import io.gendan.billing.BillingCommand.RefundCredit;
import io.gendan.billing.BillingCommand.ReverseReceipt;
import io.gendan.billing.BillingCommand.WriteOff;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.CreditRefunded;
import io.gendan.contract.billing.DeliveredLine;
import io.gendan.contract.billing.DifferencesDecided;
import io.gendan.contract.billing.InvoiceIssued;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.billing.ReceiptReversed;
import io.gendan.contract.billing.RestWrittenOff;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.order.OrderArchived;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static io.gendan.billing.Orders.confirmed;
import static io.gendan.billing.Orders.delivered;
import static io.gendan.billing.Orders.placed;
import static io.gendan.billing.Orders.receipt;
import static org.assertj.core.api.Assertions.assertThat;

/** How an account comes to nothing: too little, too much, not all delivered. */
class ClearingTest {

	private static Scenario<Billing, BillingCommand, BillingEvent> due(String currency, String... amounts) {
		return Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", PaymentTerms.MONTHLY, currency, amounts), confirmed("SO-1"),
					new OrderReleased("SO-1", "monthly settlement"))
			.received(delivered("SO-1"))
			.thenTypes(InvoiceIssued.class, PaymentRequested.class);
	}

	@ParameterizedTest
	@CsvSource({ "CNY,100.00,99.99,-0.01", "JPY,100,99,-1", "KWD,1.000,0.999,-0.001" })
	void theSmallestCoinMayBeMissingAndThatIsTold(String currency, String total, String paid, String credit) {
		Billing billing = due(currency, total).when(receipt("V-1", paid, currency))
			.then(new PaymentReceived("SO-1", "V-1", Money.of(paid, currency),
					Money.of(total, currency).minus(Money.of(paid, currency))),
					new OrderSettled("SO-1", Money.of(total, currency), Money.of(paid, currency),
							Money.of(credit, currency)))
			.notDue()
			.state();
		assertThat(billing.outstanding()).contains(Money.zero(currency));
		assertThat(billing.credit()).contains(Money.zero(currency));
	}

	@Test
	void nothingAtAllIsNeverEnoughForTheSmallestOrder() {
		assertThat(due("CNY", "0.01").state().phase()).isEqualTo(BillingPhase.PAYMENT_DUE);
	}

	@Test
	void whatWasPaidInAdvanceUpToTheToleranceReleasesTheGoodsAndIsNeverOverdue() {
		Billing billing = Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", PaymentTerms.PREPAID, "CNY", "100.00"))
			.received(confirmed("SO-1"))
			.thenTypes(PaymentRequested.class)
			.when(receipt("V-1", "99.99", "CNY"))
			.thenTypes(PaymentReceived.class, OrderReleased.class)
			.notDue()
			.state();
		assertThat(billing.phase()).isEqualTo(BillingPhase.RELEASED);
	}

	@Test
	void beyondTheToleranceTheRestIsWrittenOffWithAReason() {
		Billing billing = due("CNY", "100.00").when(receipt("V-1", "99.98", "CNY"))
			.thenTypes(PaymentReceived.class)
			.when(new WriteOff(" "))
			.refusedFields(Map.of("reason", "REQUIRED"))
			.when(new WriteOff("bank fee"))
			.then(new RestWrittenOff("SO-1", cny("0.02"), Personal.of("bank fee")),
					new OrderSettled("SO-1", cny("100.00"), cny("99.98"), cny("-0.02")))
			.when(new WriteOff("bank fee"))
			.refused(BillingRefusal.ORDER_IS_SETTLED)
			.state();
		assertThat(billing.outstanding()).contains(cny("0.00"));
	}

	@Test
	void onlyAnInvoiceHasARestToWriteOff() {
		Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", PaymentTerms.PREPAID, "CNY", "100.00"), confirmed("SO-1"))
			.when(new WriteOff("gift"))
			.refused(BillingRefusal.NOT_INVOICED)
			.given(Orders.cancelled("SO-1"))
			.when(new WriteOff("gift"))
			.refused(BillingRefusal.ORDER_IS_CANCELLED);
	}

	@Test
	void aSecondPaymentAfterTheSettlementIsCreditAndPaidBack() {
		Scenario<Billing, BillingCommand, BillingEvent> story = due("CNY", "100.00")
			.when(receipt("V-1", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class, OrderSettled.class)
			.when(receipt("V-2", "100.00", "CNY"))
			.then(new PaymentReceived("SO-1", "V-2", cny("100.00"), cny("-100.00")));
		assertThat(story.state().credit()).contains(cny("100.00"));
		story.when(new RefundCredit("R-1", new BigDecimal("100.01"), "CNY"))
			.refusedFields(Map.of("amount", "MORE_THAN_CREDIT"))
			.when(new RefundCredit("R-1", new BigDecimal("30"), "CNY"))
			.then(new CreditRefunded("SO-1", "R-1", cny("30.00"), cny("70.00")))
			.when(new RefundCredit("R-1", new BigDecimal("30"), "CNY"))
			.refused(BillingRefusal.VOUCHER_KNOWN)
			.when(new RefundCredit("R-2", new BigDecimal("70.00"), "CNY"))
			.then(new CreditRefunded("SO-1", "R-2", cny("70.00"), cny("0.00")))
			.when(new RefundCredit("R-3", new BigDecimal("1"), "CNY"))
			.refused(BillingRefusal.NO_CREDIT);
	}

	@Test
	void whatWasPaidForACancelledOrderIsCreditAlsoWhenItComesLater() {
		Billing billing = Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", PaymentTerms.PREPAID, "CNY", "100.00"), confirmed("SO-1"))
			.when(receipt("V-1", "40.00", "CNY"))
			.thenTypes(PaymentReceived.class, PaymentRequested.class)
			.received(Orders.cancelled("SO-1"))
			.then()
			.when(receipt("V-2", "60.00", "CNY"))
			.then(new PaymentReceived("SO-1", "V-2", cny("60.00"), cny("-100.00")))
			.notDue()
			.state();
		assertThat(billing.phase()).isEqualTo(BillingPhase.CANCELLED);
		assertThat(billing.credit()).contains(cny("100.00"));
	}

	@Test
	void aRecordedDifferenceHoldsTheInvoiceUntilItIsDecided() {
		Scenario<Billing, BillingCommand, BillingEvent> story = Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", PaymentTerms.MONTHLY, "CNY", "70.00", "30.00"), confirmed("SO-1"),
					new OrderReleased("SO-1", "monthly settlement"))
			.received(NoDeadEndTest.DIFFERENT)
			.then();
		assertThat(story.state().phase()).isEqualTo(BillingPhase.DIFFERENCES_OPEN);
		Billing billing = story
			.when(new DecideDifferences(List.of(new AgreedLine(2, BigDecimal.ZERO)), "line 2 is missing"))
			.thenTypes(DifferencesDecided.class, InvoiceIssued.class, PaymentRequested.class)
			.state();
		assertThat(billing.invoice().map(InvoiceIssued::gross)).contains(cny("70.00"));
		assertThat(billing.request().map(PaymentRequested::amount)).contains(cny("70.00"));
	}

	@Test
	void aDecisionIsCorrectedWhileNoMoneyIsBooked() {
		Scenario<Billing, BillingCommand, BillingEvent> story = Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", PaymentTerms.CASH_ON_DELIVERY, "CNY", "70.00", "30.00"), confirmed("SO-1"),
					new OrderReleased("SO-1", "cash on delivery"))
			.received(NoDeadEndTest.DIFFERENT)
			.then()
			.at(Instant.parse("2026-04-09T02:00:00Z"))
			.when(new DecideDifferences(List.of(new AgreedLine(1, BigDecimal.ZERO)), "wrong line"))
			.thenTypes(DifferencesDecided.class, InvoiceIssued.class, PaymentRequested.class);
		assertThat(story.state().request().map(PaymentRequested::dueOn)).as("decided late")
			.contains(LocalDate.of(2026, 4, 9));
		story.when(new DecideDifferences(List.of(new AgreedLine(1, BigDecimal.ZERO)), "sent twice"))
			.then()
			.when(new DecideDifferences(List.of(new AgreedLine(2, BigDecimal.ZERO)), "line 2 is missing"))
			.thenTypes(DifferencesDecided.class, InvoiceIssued.class, PaymentRequested.class);
		assertThat(story.state().invoice().map(InvoiceIssued::number)).contains("INV-SO-1-2");
		assertThat(story.state().invoice().map(InvoiceIssued::gross)).contains(cny("70.00"));
		assertThat(story.state().request().map(PaymentRequested::amount)).contains(cny("70.00"));
		assertThat(story.state().outstanding()).contains(cny("70.00"));
		story.when(receipt("V-1", "1.00", "CNY"))
			.thenTypes(PaymentReceived.class)
			.when(new DecideDifferences(List.of(), "all came"))
			.refused(BillingRefusal.MONEY_IS_BOOKED)
			.when(new ReverseReceipt("V-1", "decided anew"))
			.thenTypes(ReceiptReversed.class)
			.when(new DecideDifferences(List.of(), "all came"))
			.thenTypes(DifferencesDecided.class, InvoiceIssued.class, PaymentRequested.class);
		assertThat(story.state().outstanding()).contains(cny("100.00"));
	}

	@Test
	void aDecisionThatNothingCameIsCorrectedAlthoughThatSettledTheOrder() {
		Scenario<Billing, BillingCommand, BillingEvent> story = Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", PaymentTerms.MONTHLY, "CNY", "70.00"), confirmed("SO-1"),
					new OrderReleased("SO-1", "monthly settlement"))
			.received(NoDeadEndTest.DIFFERENT)
			.then()
			.when(new DecideDifferences(List.of(new AgreedLine(1, BigDecimal.ZERO)), "lost"))
			.thenTypes(DifferencesDecided.class, OrderSettled.class)
			.when(new DecideDifferences(List.of(), "found"))
			.thenTypes(DifferencesDecided.class, InvoiceIssued.class, PaymentRequested.class);
		assertThat(story.state().phase()).isEqualTo(BillingPhase.PAYMENT_DUE);
		story.received(new OrderArchived("SO-1", LocalDate.of(2036, 4, 1), List.of()))
			.then()
			.when(new DecideDifferences(List.of(new AgreedLine(1, BigDecimal.ZERO)), "lost"))
			.refused(BillingRefusal.ORDER_IS_ARCHIVED);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTACT")
	void aConditionOtherThanIntactHoldsTheInvoiceAlsoWithoutAListOfDifferences(GoodsCondition condition) {
		Scenario<Billing, BillingCommand, BillingEvent> story = Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", PaymentTerms.MONTHLY, "CNY", "70.00", "30.00"), confirmed("SO-1"),
					new OrderReleased("SO-1", "monthly settlement"))
			.received(new GoodsDelivered("SO-1", "W-1", Personal.of("王芳"), Instant.parse("2026-03-30T08:00:00Z"),
					condition, List.of()))
			.then();
		assertThat(story.state().phase()).isEqualTo(BillingPhase.DIFFERENCES_OPEN);
		Billing billing = story.when(new DecideDifferences(List.of(), "the customer keeps all"))
			.thenTypes(DifferencesDecided.class, InvoiceIssued.class, PaymentRequested.class)
			.state();
		assertThat(billing.invoice().map(InvoiceIssued::gross)).contains(cny("100.00"));
	}

	@Test
	void aPrepaidOrderThatCameInPartLeavesCredit() {
		Billing billing = Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", PaymentTerms.PREPAID, "CNY", "70.00", "30.00"), confirmed("SO-1"))
			.when(receipt("V-1", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class, OrderReleased.class)
			.received(NoDeadEndTest.DIFFERENT)
			.then()
			.when(new DecideDifferences(List.of(new AgreedLine(2, BigDecimal.ZERO)), "line 2 is missing"))
			.thenTypes(DifferencesDecided.class, InvoiceIssued.class, OrderSettled.class)
			.state();
		assertThat(billing.credit()).contains(cny("30.00"));
	}

	@Test
	void whenNothingCameNothingIsInvoiced() {
		Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", PaymentTerms.MONTHLY, "CNY", "70.00"), confirmed("SO-1"),
					new OrderReleased("SO-1", "monthly settlement"))
			.received(NoDeadEndTest.DIFFERENT)
			.then()
			.when(new DecideDifferences(List.of(new AgreedLine(1, BigDecimal.ZERO)), "lost"))
			.then(new DifferencesDecided("SO-1", List.of(new DeliveredLine(1, Quantity.of(0))), Personal.of("lost")),
					new OrderSettled("SO-1", cny("0.00"), cny("0.00"), cny("0.00")));
	}

	@Test
	void allFaultsOfADecisionAreTold() {
		Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", PaymentTerms.MONTHLY, "CNY", "70.00", "30.00"), confirmed("SO-1"),
					new OrderReleased("SO-1", "monthly settlement"))
			.received(NoDeadEndTest.DIFFERENT)
			.then()
			.when(new DecideDifferences(List.of(new AgreedLine(7, BigDecimal.ONE), new AgreedLine(1, BigDecimal.TWO)),
					null))
			.refusedFields(Map.of("reason", "REQUIRED", "lines[0].line", "LINE_UNKNOWN", "lines[1].quantity",
					"QUANTITY_IMPOSSIBLE"));
	}

	private static Money cny(String amount) {
		return Money.of(amount, "CNY");
	}

}
