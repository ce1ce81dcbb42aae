package io.gendan.billing;

import java.util.List;
import java.util.stream.Stream;

import io.gendan.contract.Money;
import io.gendan.contract.billing.CreditRefunded;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.PaymentRequested;
import org.jspecify.annotations.Nullable;

/**
 * What the customer was asked for and has paid.
 *
 * @param request the payment notice, null until sent (BIL-2)
 * @param overdue whether the notice's due date has passed unpaid
 * @param receipts money received, in the order it was booked (BIL-3)
 * @param refunds money paid back, in the order it was booked (BIL-6)
 */
record Account(@Nullable PaymentRequested request, boolean overdue, List<PaymentReceived> receipts,
		List<CreditRefunded> refunds) {

	static final Account EMPTY = new Account(null, false, List.of(), List.of());

	Account {
		receipts = List.copyOf(receipts);
		refunds = List.copyOf(refunds);
	}

	Account withRequest(PaymentRequested sent) {
		return new Account(sent, false, this.receipts, this.refunds);
	}

	Account withOverdue() {
		return new Account(this.request, true, this.receipts, this.refunds);
	}

	Account withReceipt(PaymentReceived receipt) {
		return new Account(this.request, this.overdue,
				Stream.concat(this.receipts.stream(), Stream.of(receipt)).toList(), this.refunds);
	}

	Account withRefund(CreditRefunded refund) {
		return new Account(this.request, this.overdue, this.receipts,
				Stream.concat(this.refunds.stream(), Stream.of(refund)).toList());
	}

	Money received(String currency) {
		return this.receipts.stream()
			.map(PaymentReceived::amount)
			.filter((amount) -> amount.currency().equals(currency))
			.reduce(Money.zero(currency), Money::plus);
	}

	/** What the customer has paid and not got back. */
	Money kept(String currency) {
		return this.refunds.stream().map(CreditRefunded::amount).reduce(received(currency), Money::minus);
	}

	boolean knows(String voucher) {
		return this.receipts.stream().anyMatch((receipt) -> receipt.voucher().equals(voucher))
				|| this.refunds.stream().anyMatch((refund) -> refund.voucher().equals(voucher));
	}

}
