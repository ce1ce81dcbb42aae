package io.gendan.billing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.gendan.contract.Money;
import io.gendan.contract.billing.CreditRefunded;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.billing.ReceiptReversed;
import org.jspecify.annotations.Nullable;

/**
 * What the customer was asked for and has paid.
 *
 * @param request the payment notice, null until sent (BIL-2)
 * @param overdue whether the notice's due date has passed unpaid
 * @param receipts money received that counts, in the order it was booked (BIL-3)
 * @param reversals receipts that were booked by mistake, in the order they were reversed
 * @param refunds money paid back, in the order it was booked (BIL-6)
 */
record Account(@Nullable PaymentRequested request, boolean overdue, List<PaymentReceived> receipts,
		List<ReceiptReversed> reversals, List<CreditRefunded> refunds) {

	static final Account EMPTY = new Account(null, false, List.of(), List.of(), List.of());

	Account {
		receipts = List.copyOf(receipts);
		reversals = List.copyOf(reversals);
		refunds = List.copyOf(refunds);
	}

	Account withRequest(PaymentRequested sent) {
		return new Account(sent, false, this.receipts, this.reversals, this.refunds);
	}

	Account withoutRequest() {
		return new Account(null, false, this.receipts, this.reversals, this.refunds);
	}

	Account withOverdue() {
		return new Account(this.request, true, this.receipts, this.reversals, this.refunds);
	}

	Account withReceipt(PaymentReceived receipt) {
		return new Account(this.request, this.overdue, and(this.receipts, receipt), this.reversals, this.refunds);
	}

	Account withReversal(ReceiptReversed reversal) {
		return new Account(this.request, this.overdue, without(reversal.voucher()).receipts,
				and(this.reversals, reversal), this.refunds);
	}

	Account without(String voucher) {
		return new Account(this.request, this.overdue,
				this.receipts.stream().filter((receipt) -> !receipt.voucher().equals(voucher)).toList(), this.reversals,
				this.refunds);
	}

	Account withRefund(CreditRefunded refund) {
		return new Account(this.request, this.overdue, this.receipts, this.reversals, and(this.refunds, refund));
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

	Optional<PaymentReceived> receipt(String voucher) {
		return this.receipts.stream().filter((receipt) -> receipt.voucher().equals(voucher)).findFirst();
	}

	boolean reversed(String voucher) {
		return this.reversals.stream().anyMatch((reversal) -> reversal.voucher().equals(voucher));
	}

	/** Also the voucher of a receipt that was reversed. */
	boolean knows(String voucher) {
		return receipt(voucher).isPresent() || reversed(voucher)
				|| this.refunds.stream().anyMatch((refund) -> refund.voucher().equals(voucher));
	}

	private static <T> List<T> and(List<T> before, T more) {
		return Stream.concat(before.stream(), Stream.of(more)).toList();
	}

}
