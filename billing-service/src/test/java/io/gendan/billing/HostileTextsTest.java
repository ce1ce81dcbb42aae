package io.gendan.billing;

import java.math.BigDecimal;
import java.util.List;

import io.gendan.billing.BillingCommand.AgreedLine;
import io.gendan.billing.BillingCommand.DecideDifferences;
import io.gendan.billing.BillingCommand.RecordReceipt;
import io.gendan.billing.BillingCommand.RefundCredit;
import io.gendan.billing.BillingCommand.ReverseReceipt;
import io.gendan.billing.BillingCommand.WriteOff;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.InvoiceIssued;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.testing.HostileTexts;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

/** What nobody can see is refused at its field, in every text of every command. */
class HostileTextsTest {

	@Test
	void everyTextOfEveryCommandIsLookedAt() {
		HostileTexts.<Billing, BillingCommand, BillingEvent>in(BillingCommand.class)
			.command(released(), new RecordReceipt("V-1", BigDecimal.TEN, "CNY", "SO-1"))
			.command(released().when(Orders.receipt("V-1", "20.00", "CNY")).thenTypes(PaymentReceived.class),
					new ReverseReceipt("V-1", "登记错误"))
			.command(released().received(Orders.delivered("SO-1"))
				.thenTypes(InvoiceIssued.class, PaymentRequested.class), new WriteOff("破产"))
			.command(released().when(Orders.receipt("V-1", "200.00", "CNY")).thenTypes(PaymentReceived.class),
					new RefundCredit("R-1", BigDecimal.TEN, "CNY"))
			.command(released().received(NoDeadEndTest.DIFFERENT).then(),
					new DecideDifferences(List.of(new AgreedLine(1, BigDecimal.ZERO)), "丢失"))
			.andNoOthers();
	}

	private static Scenario<Billing, BillingCommand, BillingEvent> released() {
		return Scenario.of(BillingStageTest.STAGE)
			.given(Orders.placed("SO-1", PaymentTerms.MONTHLY, "CNY", "100.00"), Orders.confirmed("SO-1"),
					new OrderReleased("SO-1", "monthly settlement"));
	}

}
