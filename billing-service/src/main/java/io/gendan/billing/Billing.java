package io.gendan.billing;

import java.util.List;
import java.util.Optional;

import io.gendan.contract.Money;
import io.gendan.contract.billing.InvoiceIssued;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.order.OrderPlaced;
import org.jspecify.annotations.Nullable;

/** The money side of one order: the state of this stage, immutable. */
public final class Billing {

	private final String order;

	private final Agreement agreement;

	private final Account account;

	private final boolean released;

	private final @Nullable InvoiceIssued invoice;

	private final @Nullable OrderSettled settlement;

	private Billing(String order, Agreement agreement, Account account, boolean released,
			@Nullable InvoiceIssued invoice, @Nullable OrderSettled settlement) {
		this.order = order;
		this.agreement = agreement;
		this.account = account;
		this.released = released;
		this.invoice = invoice;
		this.settlement = settlement;
	}

	static Billing unknown(String order) {
		return new Billing(order, Agreement.UNKNOWN, Account.EMPTY, false, null, null);
	}

	Billing with(Agreement changed) {
		return new Billing(this.order, changed, this.account, this.released, this.invoice, this.settlement);
	}

	Billing with(Account changed) {
		return new Billing(this.order, this.agreement, changed, this.released, this.invoice, this.settlement);
	}

	Billing withRelease() {
		return new Billing(this.order, this.agreement, this.account, true, this.invoice, this.settlement);
	}

	Billing with(InvoiceIssued issued) {
		return new Billing(this.order, this.agreement, this.account, this.released, issued, this.settlement);
	}

	Billing with(OrderSettled settled) {
		return new Billing(this.order, this.agreement, this.account, this.released, this.invoice, settled);
	}

	/**
	 * Where the order stands.
	 * @return the phase, derived from everything known
	 */
	public BillingPhase phase() {
		if (this.settlement != null) {
			return BillingPhase.SETTLED;
		}
		if (this.agreement.cancelled()) {
			return BillingPhase.CANCELLED;
		}
		if (this.account.request() != null && !paid()) {
			return this.account.overdue() ? BillingPhase.OVERDUE : BillingPhase.PAYMENT_DUE;
		}
		return this.released ? BillingPhase.RELEASED : BillingPhase.WAITING;
	}

	/**
	 * Order number.
	 * @return order number
	 */
	public String order() {
		return this.order;
	}

	/**
	 * The order as placed.
	 * @return the order, or empty until this stage has heard of it
	 */
	public Optional<OrderPlaced> placed() {
		return Optional.ofNullable(this.agreement.placed());
	}

	/**
	 * What has been received so far (BIL-3).
	 * @return the sum in the order's currency, or empty until the order is known
	 */
	public Optional<Money> received() {
		return placed().map((placed) -> this.account.received(placed.total().currency()));
	}

	/**
	 * What is still to be paid (BIL-3).
	 * @return total less receipts, negative when overpaid, or empty until the order is
	 * known
	 */
	public Optional<Money> outstanding() {
		return placed().map((placed) -> placed.total().minus(this.account.received(placed.total().currency())));
	}

	/**
	 * The payment notice (BIL-2).
	 * @return the notice, or empty until sent
	 */
	public Optional<PaymentRequested> request() {
		return Optional.ofNullable(this.account.request());
	}

	/**
	 * Money received, in the order it was booked (BIL-3).
	 * @return the receipts
	 */
	public List<PaymentReceived> receipts() {
		return this.account.receipts();
	}

	/**
	 * Whether the goods may leave (BIL-1).
	 * @return true once released
	 */
	public boolean released() {
		return this.released;
	}

	/**
	 * The invoice (BIL-4).
	 * @return the invoice, or empty until issued
	 */
	public Optional<InvoiceIssued> invoice() {
		return Optional.ofNullable(this.invoice);
	}

	/**
	 * The settlement (BIL-5).
	 * @return the settlement, or empty until invoice and receipts match
	 */
	public Optional<OrderSettled> settlement() {
		return Optional.ofNullable(this.settlement);
	}

	Agreement agreement() {
		return this.agreement;
	}

	Account account() {
		return this.account;
	}

	boolean paid() {
		return outstanding().filter((due) -> due.signum() <= 0).isPresent();
	}

}
