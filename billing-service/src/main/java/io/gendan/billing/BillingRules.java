package io.gendan.billing;

import java.time.Instant;
import java.util.Optional;

import io.gendan.contract.Money;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;

/**
 * What must follow from what is known, one step at a time (BIL-1, BIL-3, BIL-4, BIL-5).
 * Each rule looks only at the state, never at the event that led to it; so the facts may
 * become known in any order, and nothing follows twice.
 */
final class BillingRules {

	private final TermsPolicy terms;

	private final TaxPolicy tax;

	private final SettlementPolicy settlement;

	BillingRules(TermsPolicy terms, TaxPolicy tax, SettlementPolicy settlement) {
		this.terms = terms;
		this.tax = tax;
		this.settlement = settlement;
	}

	/** The next step, or empty when nothing follows any more. */
	Optional<BillingEvent> next(Billing billing, Instant now) {
		Agreement agreement = billing.agreement();
		OrderPlaced placed = agreement.placed();
		if (placed == null || !agreement.confirmed() || agreement.cancelled()) {
			return Optional.empty();
		}
		return release(billing, placed).or(() -> invoice(billing, placed, now))
			.or(() -> request(billing, placed, now))
			.or(() -> settle(billing, placed));
	}

	private Optional<BillingEvent> release(Billing billing, OrderPlaced placed) {
		if (billing.released() || !mayLeave(billing, placed)) {
			return Optional.empty();
		}
		return Optional.of(new OrderReleased(placed.order(), switch (placed.paymentTerms()) {
			case PREPAID -> "paid in advance";
			case CASH_ON_DELIVERY -> "cash on delivery";
			case MONTHLY -> "monthly settlement";
		}));
	}

	private Optional<BillingEvent> invoice(Billing billing, OrderPlaced placed, Instant now) {
		DeliveredGoods delivered = billing.agreement().delivered();
		if (!delivered.clear() || billing.invoice().isPresent() || billing.due(placed).signum() == 0) {
			return Optional.empty();
		}
		return Optional
			.of(this.tax.invoice(placed, delivered, billing.claim().number(placed.order()), this.terms.today(now)));
	}

	/** Asks once, and again when more is owed than was asked for. */
	private Optional<BillingEvent> request(Billing billing, OrderPlaced placed, Instant now) {
		DeliveredGoods delivered = billing.agreement().delivered();
		boolean time = placed.paymentTerms() == PaymentTerms.PREPAID || delivered.clear();
		if (!time || paid(billing, placed)) {
			return Optional.empty();
		}
		Money asked = billing.request()
			.map(PaymentRequested::amount)
			.orElseGet(() -> Money.zero(placed.total().currency()));
		return billing.outstanding()
			.filter((outstanding) -> !asked.covers(outstanding))
			.map((outstanding) -> new PaymentRequested(placed.order(), outstanding,
					this.terms.dueOn(placed.paymentTerms(), now, delivered.at()), placed.paymentTerms()));
	}

	/** Also when nothing arrived, and so nothing is invoiced. */
	private Optional<BillingEvent> settle(Billing billing, OrderPlaced placed) {
		boolean nothingArrived = billing.agreement().delivered().clear() && billing.due(placed).signum() == 0;
		if (billing.settlement().isPresent() || (billing.invoice().isEmpty() && !nothingArrived)) {
			return Optional.empty();
		}
		if (!matches(billing, placed)) {
			return Optional.empty();
		}
		Money due = billing.due(placed);
		Money kept = billing.account().kept(due.currency());
		return Optional.of(new OrderSettled(billing.order(), due, kept, kept.minus(due)));
	}

	/** Goods that are paid in advance leave only when they are. */
	boolean mayLeave(Billing billing, OrderPlaced placed) {
		return placed.paymentTerms() != PaymentTerms.PREPAID || paid(billing, placed);
	}

	/** Whether what was paid and what is written off are enough. */
	boolean matches(Billing billing, OrderPlaced placed) {
		Money due = billing.due(placed);
		return this.settlement.enough(billing.claim().and(billing.account().kept(due.currency())), due);
	}

	private boolean paid(Billing billing, OrderPlaced placed) {
		Money due = billing.due(placed);
		return this.settlement.enough(billing.account().kept(due.currency()), due);
	}

}
