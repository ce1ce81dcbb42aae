package io.gendan.billing;

import java.util.List;
import java.util.Optional;

import io.gendan.contract.Money;
import io.gendan.contract.billing.DifferencesDecided;
import io.gendan.contract.billing.InvoiceIssued;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.billing.ReceiptReversed;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;

/** The money side of one order: the state of this stage, immutable. */
public final class Billing {

	private final String order;

	private final Agreement agreement;

	private final Account account;

	private final boolean released;

	private final Claim claim;

	private Billing(String order, Agreement agreement, Account account, boolean released, Claim claim) {
		this.order = order;
		this.agreement = agreement;
		this.account = account;
		this.released = released;
		this.claim = claim;
	}

	static Billing unknown(String order) {
		return new Billing(order, Agreement.UNKNOWN, Account.EMPTY, false, Claim.NONE);
	}

	Billing with(Agreement changed) {
		return new Billing(this.order, changed, this.account, this.released, this.claim);
	}

	Billing with(Account changed) {
		return new Billing(this.order, this.agreement, changed, this.released, this.claim);
	}

	Billing withRelease() {
		return new Billing(this.order, this.agreement, this.account, true, this.claim);
	}

	/** The event tells what holds after it. */
	Billing with(ReceiptReversed reversal) {
		return new Billing(this.order, this.agreement, this.account.withReversal(reversal), reversal.released(),
				reversal.settled() ? this.claim : this.claim.unsettled());
	}

	/** A further decision takes back what followed from the one before. */
	Billing with(DifferencesDecided decided) {
		DeliveredGoods goods = this.agreement.delivered();
		boolean again = goods.agreed() != null;
		return new Billing(this.order, this.agreement.with(goods.with(decided.lines())),
				again ? this.account.withoutRequest() : this.account, this.released,
				again ? this.claim.withdrawn() : this.claim);
	}

	Billing with(Claim changed) {
		return new Billing(this.order, this.agreement, this.account, this.released, changed);
	}

	/**
	 * Where the order stands.
	 * @return the phase, derived from everything known
	 */
	public BillingPhase phase() {
		if (this.agreement.cancelled()) {
			return BillingPhase.CANCELLED;
		}
		if (this.claim.settlement() != null) {
			return BillingPhase.SETTLED;
		}
		if (this.agreement.delivered().unclear()) {
			return BillingPhase.DIFFERENCES_OPEN;
		}
		if (this.account.request() != null && awaitsMoney()) {
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
	 * @return what is owed less what was paid, negative when overpaid, zero when the rest
	 * is not asked for, or empty until the order is known
	 */
	public Optional<Money> outstanding() {
		return placed().map((placed) -> outstanding(placed, Money.zero(placed.total().currency())));
	}

	/**
	 * What is kept for the customer (BIL-6).
	 * @return what was paid too much, zero when nothing was, or empty until the order is
	 * known
	 */
	public Optional<Money> credit() {
		return placed().map(this::credit);
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
	 * @return the receipts that count
	 */
	public List<PaymentReceived> receipts() {
		return this.account.receipts();
	}

	/**
	 * Receipts that were booked by mistake (BIL-3).
	 * @return the reversals, in the order they happened
	 */
	public List<ReceiptReversed> reversals() {
		return this.account.reversals();
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
		return Optional.ofNullable(this.claim.invoice());
	}

	/**
	 * The settlement (BIL-5).
	 * @return the settlement, or empty until invoice and receipts match
	 */
	public Optional<OrderSettled> settlement() {
		return Optional.ofNullable(this.claim.settlement());
	}

	Agreement agreement() {
		return this.agreement;
	}

	Account account() {
		return this.account;
	}

	Claim claim() {
		return this.claim;
	}

	/** What the customer owes altogether. */
	Money due(OrderPlaced placed) {
		if (this.agreement.cancelled()) {
			return Money.zero(placed.total().currency());
		}
		return this.claim.invoiced().orElseGet(() -> this.agreement.delivered().amount(placed));
	}

	/** What is still to be paid after some more money. */
	Money outstanding(OrderPlaced placed, Money more) {
		Money rest = due(placed).minus(this.account.kept(more.currency())).minus(more);
		return (rest.signum() > 0) ? this.claim.asked(rest) : rest;
	}

	Money credit(OrderPlaced placed) {
		Money none = Money.zero(placed.total().currency());
		Money rest = outstanding(placed, none);
		return (rest.signum() < 0) ? none.minus(rest) : none;
	}

	/** What was paid in advance was enough when the goods were released for it. */
	private boolean awaitsMoney() {
		boolean enough = this.released
				&& placed().map(OrderPlaced::paymentTerms).filter((terms) -> terms == PaymentTerms.PREPAID).isPresent();
		return !enough && outstanding().filter((rest) -> rest.signum() > 0).isPresent();
	}

}
