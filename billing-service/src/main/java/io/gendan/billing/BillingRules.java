package io.gendan.billing;

import java.time.Instant;
import java.util.Optional;

import io.gendan.contract.Money;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.InvoiceIssued;
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

	BillingRules(TermsPolicy terms, TaxPolicy tax) {
		this.terms = terms;
		this.tax = tax;
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
			.or(() -> settle(billing));
	}

	private Optional<BillingEvent> release(Billing billing, OrderPlaced placed) {
		if (billing.released()) {
			return Optional.empty();
		}
		return switch (placed.paymentTerms()) {
			case PREPAID -> billing.paid() ? released(placed, "paid in advance") : Optional.empty();
			case CASH_ON_DELIVERY -> released(placed, "cash on delivery");
			case MONTHLY -> released(placed, "monthly settlement");
		};
	}

	private static Optional<BillingEvent> released(OrderPlaced placed, String reason) {
		return Optional.of(new OrderReleased(placed.order(), reason));
	}

	private Optional<BillingEvent> invoice(Billing billing, OrderPlaced placed, Instant now) {
		if (!billing.agreement().delivered() || billing.invoice().isPresent()) {
			return Optional.empty();
		}
		return Optional.of(this.tax.invoice(placed, this.terms.today(now)));
	}

	private Optional<BillingEvent> request(Billing billing, OrderPlaced placed, Instant now) {
		boolean time = placed.paymentTerms() == PaymentTerms.PREPAID || billing.agreement().delivered();
		if (!time || billing.request().isPresent() || billing.paid()) {
			return Optional.empty();
		}
		return billing.outstanding()
			.map((outstanding) -> new PaymentRequested(placed.order(), outstanding,
					this.terms.dueOn(placed.paymentTerms(), now), placed.paymentTerms()));
	}

	private static Optional<BillingEvent> settle(Billing billing) {
		if (billing.settlement().isPresent()) {
			return Optional.empty();
		}
		return billing.invoice().flatMap((invoice) -> settle(billing, invoice));
	}

	private static Optional<BillingEvent> settle(Billing billing, InvoiceIssued invoice) {
		Money received = billing.account().received(invoice.gross().currency());
		if (!received.covers(invoice.gross())) {
			return Optional.empty();
		}
		return Optional
			.of(new OrderSettled(billing.order(), invoice.gross(), received, received.minus(invoice.gross())));
	}

}
