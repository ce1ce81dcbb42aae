package io.gendan.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.gendan.billing.BillingCommand.RefundCredit;
import io.gendan.billing.BillingCommand.ReverseReceipt;
import io.gendan.billing.BillingCommand.WriteOff;
import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.CreditRefunded;
import io.gendan.contract.billing.InvoiceIssued;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.billing.ReceiptReversed;
import io.gendan.contract.billing.RestWrittenOff;
import io.gendan.contract.order.OrderArchived;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.gendan.billing.Orders.confirmed;
import static io.gendan.billing.Orders.delivered;
import static io.gendan.billing.Orders.placed;
import static io.gendan.billing.Orders.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** A slip of finance is not final: a receipt is taken back (BIL-3). */
class ReversalTest {

	private static final ReverseReceipt SLIP = new ReverseReceipt("V-1", "wrong order");

	private static final OrderArchived ARCHIVED = new OrderArchived("SO-1", LocalDate.of(2036, 4, 1), List.of());

	private static Scenario<Billing, BillingCommand, BillingEvent> confirmedOrder(PaymentTerms terms) {
		return Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", terms, "CNY", "100.00"))
			.received(confirmed("SO-1"));
	}

	private static Scenario<Billing, BillingCommand, BillingEvent> invoiced() {
		return confirmedOrder(PaymentTerms.MONTHLY).thenTypes(OrderReleased.class)
			.received(delivered("SO-1"))
			.thenTypes(InvoiceIssued.class, PaymentRequested.class);
	}

	@Test
	void aSettledOrderIsUnsettledAndSettledAgainByTheRightReceipt() {
		Scenario<Billing, BillingCommand, BillingEvent> story = invoiced().when(receipt("V-1", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class, OrderSettled.class)
			.when(SLIP)
			.then(new ReceiptReversed("SO-1", "V-1", cny("100.00"), cny("100.00"), false, true,
					Personal.of("wrong order")));
		assertThat(story.state().phase()).isEqualTo(BillingPhase.PAYMENT_DUE);
		assertThat(story.state().received()).contains(cny("0.00"));
		assertThat(story.state().receipts()).isEmpty();
		assertThat(story.state().reversals()).hasSize(1);
		story.when(receipt("V-1", "10.00", "CNY"))
			.refused(BillingRefusal.VOUCHER_KNOWN)
			.when(SLIP)
			.refused(BillingRefusal.RECEIPT_IS_REVERSED)
			.when(receipt("V-2", "100.00", "CNY"))
			.then(new PaymentReceived("SO-1", "V-2", cny("100.00"), cny("0.00")),
					new OrderSettled("SO-1", cny("100.00"), cny("100.00"), cny("0.00")));
	}

	@Test
	void goodsPaidInAdvanceMayLeaveOnlyWhileTheyArePaid() {
		Billing billing = confirmedOrder(PaymentTerms.PREPAID).thenTypes(PaymentRequested.class)
			.when(receipt("V-1", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class, OrderReleased.class)
			.when(SLIP)
			.then(new ReceiptReversed("SO-1", "V-1", cny("100.00"), cny("100.00"), false, false,
					Personal.of("wrong order")))
			.state();
		assertThat(billing.phase()).isEqualTo(BillingPhase.PAYMENT_DUE);
		Scenario.of(BillingStageTest.STAGE)
			.given(placed("SO-1", PaymentTerms.PREPAID, "CNY", "100.00"), confirmed("SO-1"))
			.when(receipt("V-1", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class, OrderReleased.class)
			.when(SLIP)
			.thenTypes(ReceiptReversed.class, PaymentRequested.class)
			.when(receipt("V-2", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class, OrderReleased.class);
	}

	@Test
	void whatWasPaidTooMuchByMistakeLeavesTheOrderSettled() {
		Billing billing = invoiced().when(receipt("V-0", "99.99", "CNY"))
			.thenTypes(PaymentReceived.class, OrderSettled.class)
			.when(receipt("V-1", "50.00", "CNY"))
			.thenTypes(PaymentReceived.class)
			.when(SLIP)
			.then(new ReceiptReversed("SO-1", "V-1", cny("50.00"), cny("0.00"), true, true, Personal.of("wrong order")))
			.state();
		assertThat(billing.phase()).isEqualTo(BillingPhase.SETTLED);
		assertThat(billing.credit()).contains(cny("0.00"));
	}

	@Test
	void onlyWhatWasWrittenOffStaysWrittenOff() {
		invoiced().when(receipt("V-1", "99.00", "CNY"))
			.thenTypes(PaymentReceived.class)
			.when(new WriteOff("bank fee"))
			.then(new RestWrittenOff("SO-1", cny("1.00"), Personal.of("bank fee")),
					new OrderSettled("SO-1", cny("100.00"), cny("99.00"), cny("-1.00")))
			.when(SLIP)
			.then(new ReceiptReversed("SO-1", "V-1", cny("99.00"), cny("99.00"), false, true,
					Personal.of("wrong order")))
			.when(receipt("V-2", "59.00", "CNY"))
			.then(new PaymentReceived("SO-1", "V-2", cny("59.00"), cny("40.00")))
			.when(new WriteOff("bankrupt"))
			.then(new RestWrittenOff("SO-1", cny("40.00"), Personal.of("bankrupt")),
					new OrderSettled("SO-1", cny("100.00"), cny("59.00"), cny("-41.00")));
	}

	@Test
	void theCustomerIsAskedAgainOnlyForMoreThanBefore() {
		confirmedOrder(PaymentTerms.MONTHLY).thenTypes(OrderReleased.class)
			.when(receipt("V-1", "30.00", "CNY"))
			.thenTypes(PaymentReceived.class)
			.received(delivered("SO-1"))
			.thenTypes(InvoiceIssued.class, PaymentRequested.class)
			.at(Instant.parse("2026-06-01T02:00:00Z"))
			.when(SLIP)
			.then(new ReceiptReversed("SO-1", "V-1", cny("30.00"), cny("100.00"), false, true,
					Personal.of("wrong order")),
					new PaymentRequested("SO-1", cny("100.00"), LocalDate.of(2026, 6, 1), PaymentTerms.MONTHLY))
			.when(receipt("V-2", "20.00", "CNY"))
			.thenTypes(PaymentReceived.class)
			.when(new ReverseReceipt("V-2", "wrong amount"))
			.thenTypes(ReceiptReversed.class);
	}

	@Test
	void ofACancelledOrderTheCreditGoesBack() {
		Billing billing = confirmedOrder(PaymentTerms.PREPAID).thenTypes(PaymentRequested.class)
			.when(receipt("V-1", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class, OrderReleased.class)
			.received(Orders.cancelled("SO-1"))
			.then()
			.when(SLIP)
			.thenTypes(ReceiptReversed.class)
			.state();
		assertThat(billing.credit()).contains(cny("0.00"));
	}

	@Test
	void whatIsPaidBackOrArchivedStands() {
		Scenario<Billing, BillingCommand, BillingEvent> story = invoiced().when(receipt("V-0", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class, OrderSettled.class)
			.when(receipt("V-1", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class)
			.when(new RefundCredit("R-1", new BigDecimal("10.00"), "CNY"))
			.then(new CreditRefunded("SO-1", "R-1", cny("10.00"), cny("90.00")))
			.when(SLIP)
			.refused(BillingRefusal.MONEY_IS_PAID_BACK)
			.when(receipt("V-2", "10.00", "CNY"))
			.thenTypes(PaymentReceived.class);
		story.given(ARCHIVED).when(SLIP).refused(BillingRefusal.ORDER_IS_ARCHIVED);
		invoiced().when(receipt("V-1", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class, OrderSettled.class)
			.received(ARCHIVED)
			.then()
			.when(SLIP)
			.refused(BillingRefusal.ORDER_IS_ARCHIVED);
	}

	@Test
	void whatTheCustomerSendsBackLetsTheReceiptGo() {
		Billing billing = invoiced().when(receipt("V-0", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class, OrderSettled.class)
			.when(receipt("V-1", "100.00", "CNY"))
			.thenTypes(PaymentReceived.class)
			.when(new RefundCredit("R-1", new BigDecimal("10.00"), "CNY"))
			.thenTypes(CreditRefunded.class)
			.when(receipt("V-2", "10.00", "CNY"))
			.thenTypes(PaymentReceived.class)
			.when(SLIP)
			.then(new ReceiptReversed("SO-1", "V-1", cny("100.00"), cny("0.00"), true, true,
					Personal.of("wrong order")))
			.state();
		assertThat(billing.credit()).contains(cny("0.00"));
	}

	@Test
	void allFaultsAreToldAndAnUnknownVoucherIs() {
		invoiced().when(new ReverseReceipt(" ", null))
			.refusedFields(Map.of("voucher", "REQUIRED", "reason", "REQUIRED"))
			.when(SLIP)
			.refused(BillingRefusal.RECEIPT_UNKNOWN);
		Scenario.of(BillingStageTest.STAGE).when(SLIP).refused(BillingRefusal.RECEIPT_UNKNOWN);
	}

	/**
	 * Whatever was booked and reversed: what counts adds up, and every event tells it.
	 */
	@ParameterizedTest
	@EnumSource(PaymentTerms.class)
	void theSumsStayExact(PaymentTerms terms) {
		Random random = new Random(3);
		for (int round = 0; round < 200; round++) {
			Billing billing = react(BillingStageTest.STAGE.initial("SO-1"), placed("SO-1", terms, "CNY", "100.00"));
			billing = react(billing, confirmed("SO-1"));
			List<String> vouchers = new ArrayList<>();
			for (int step = 0; step < 12; step++) {
				String voucher = "V-" + step;
				BillingCommand command = receipt(voucher, BigDecimal.valueOf(random.nextInt(1, 9000), 2).toString(),
						"CNY");
				if (!vouchers.isEmpty() && random.nextInt(3) == 0) {
					command = new ReverseReceipt(vouchers.remove(random.nextInt(vouchers.size())), "slip");
				}
				else {
					vouchers.add(voucher);
				}
				billing = decide(billing, command);
				if (step == 6 && billing.released()) {
					billing = react(billing, delivered("SO-1"));
				}
				Money counted = billing.receipts().stream().map(PaymentReceived::amount).reduce(cny("0"), Money::plus);
				assertThat(billing.received()).contains(counted);
				boolean enough = counted.plus(cny("0.01")).covers(cny("100.00"));
				assertThat(billing.settlement().isPresent()).isEqualTo(enough && billing.invoice().isPresent());
				assertThat(billing.outstanding())
					.contains(billing.settlement().isPresent() && !counted.covers(cny("100")) ? cny("0.00")
							: cny("100.00").minus(counted));
				assertThat(billing.released()).isEqualTo(terms != PaymentTerms.PREPAID || enough);
			}
		}
	}

	private static Billing react(Billing billing, GendanEvent event) {
		Billing known = BillingStageTest.STAGE.evolve(billing, event);
		return fold(known, BillingStageTest.STAGE.react(known, event, context()));
	}

	private static Billing decide(Billing billing, BillingCommand command) {
		return (BillingStageTest.STAGE.decide(billing, command,
				context()) instanceof Outcome.Accepted<BillingEvent>(List<BillingEvent> events)) ? fold(billing, events)
						: fail("%s refused", command);
	}

	private static Billing fold(Billing billing, List<BillingEvent> events) {
		Billing current = billing;
		for (BillingEvent event : events) {
			current = BillingStageTest.STAGE.evolve(current, event);
		}
		return current;
	}

	private static Context context() {
		return new Context(new Actor("finance", "qian"), Instant.parse("2026-03-02T02:00:00Z"));
	}

	private static Money cny(String amount) {
		return Money.of(amount, "CNY");
	}

}
