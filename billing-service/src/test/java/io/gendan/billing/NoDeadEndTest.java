package io.gendan.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.gendan.billing.BillingCommand.AgreedLine;
import io.gendan.billing.BillingCommand.DecideDifferences;
import io.gendan.billing.BillingCommand.RecordReceipt;
import io.gendan.billing.BillingCommand.RefundCredit;
import io.gendan.billing.BillingCommand.ReverseReceipt;
import io.gendan.billing.BillingCommand.WriteOff;
import io.gendan.contract.Actor;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.logistics.Difference;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.order.OrderArchived;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.testing.StateWalk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether the customer pays or not, the money side of an order comes to an end. */
class NoDeadEndTest {

	private static final Actor FINANCE = new Actor("finance", "qian");

	private static final OrderArchived ARCHIVED = new OrderArchived("SO-1", LocalDate.of(2036, 4, 1), List.of());

	static final GoodsDelivered DIFFERENT = new GoodsDelivered("SO-1", "W-1", Personal.of("王芳"),
			Instant.parse("2026-03-30T08:00:00Z"), GoodsCondition.INCOMPLETE,
			List.of(new Difference(1, Personal.of("missing"))));

	@ParameterizedTest
	@EnumSource(PaymentTerms.class)
	void everyAccountCanBeCleared(PaymentTerms terms) {
		assertThat(walk(terms).deadEnds(NoDeadEndTest::cleared)).isEmpty();
		assertThat(walk(terms).reached(Billing::phase)).contains(BillingPhase.SETTLED, BillingPhase.CANCELLED,
				BillingPhase.DIFFERENCES_OPEN);
	}

	private static boolean cleared(Billing billing) {
		boolean over = billing.phase() == BillingPhase.SETTLED || billing.phase() == BillingPhase.CANCELLED;
		return over && billing.credit().filter((credit) -> credit.signum() != 0).isEmpty();
	}

	private static StateWalk<Billing, BillingCommand, ?> walk(PaymentTerms terms) {
		return StateWalk.through(BillingStageTest.STAGE, NoDeadEndTest::likeness)
			.fact(Orders.placed("SO-1", terms, "CNY", "60.00", "40.00"), (it) -> it.placed().isEmpty())
			.fact(Orders.confirmed("SO-1"),
					(it) -> it.placed().isPresent() && !it.agreement().confirmed() && !it.agreement().cancelled())
			.fact(Orders.delivered("SO-1"), NoDeadEndTest::travelling)
			.fact(DIFFERENT, NoDeadEndTest::travelling)
			.fact(Orders.cancelled("SO-1"), (it) -> it.placed().isPresent() && !it.agreement().delivered().signed())
			.chance(FINANCE, (it) -> receipt(it, "40.00"))
			.chance(FINANCE, (it) -> receipt(it, "99.99"))
			.chance(FINANCE, (it) -> receipt(it, "150.00"))
			.fact(ARCHIVED, (it) -> it.phase() == BillingPhase.SETTLED && !it.agreement().archived())
			.command(FINANCE, NoDeadEndTest::reversal)
			.command(FINANCE, (_) -> new WriteOff("bank fee"))
			.command(FINANCE, (it) -> new DecideDifferences(List.of(new AgreedLine(1, BigDecimal.ZERO)), "agreed"))
			.command(FINANCE,
					(it) -> new DecideDifferences(
							List.of(new AgreedLine(1, BigDecimal.ZERO), new AgreedLine(2, BigDecimal.ZERO)),
							"nothing came"))
			.command(FINANCE, (it) -> new RefundCredit("R-" + it.account().refunds().size(),
					it.credit().map(Money::amount).orElse(BigDecimal.ONE), "CNY"));
	}

	private static boolean travelling(Billing billing) {
		return billing.released() && !billing.agreement().cancelled() && !billing.agreement().delivered().signed();
	}

	private static BillingCommand receipt(Billing billing, String amount) {
		return new RecordReceipt("V-" + (billing.receipts().size() + billing.reversals().size()),
				new BigDecimal(amount), "CNY", null);
	}

	private static BillingCommand reversal(Billing billing) {
		String voucher = billing.receipts().isEmpty() ? "none" : billing.receipts().getLast().voucher();
		return new ReverseReceipt(voucher, "slip");
	}

	private static Object likeness(Billing billing) {
		return List.of(billing.agreement(), billing.released(), billing.claim().writtenOff() != null, billing.phase(),
				billing.outstanding().map(Money::signum), billing.invoice().isPresent(),
				billing.received().map(Money::signum));
	}

}
