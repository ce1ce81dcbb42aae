package io.gendan.billing;

import java.util.Optional;

import io.gendan.contract.Money;
import io.gendan.contract.billing.InvoiceIssued;
import io.gendan.contract.billing.OrderSettled;
import org.jspecify.annotations.Nullable;

/**
 * What the customer owes (BIL-4, BIL-5).
 *
 * @param invoice the invoice, null until issued
 * @param writtenOff whether finance no longer asks for the rest
 * @param settlement the settlement, null until invoice and receipts match
 */
record Claim(@Nullable InvoiceIssued invoice, boolean writtenOff, @Nullable OrderSettled settlement) {

	static final Claim NONE = new Claim(null, false, null);

	Claim with(InvoiceIssued issued) {
		return new Claim(issued, this.writtenOff, this.settlement);
	}

	Claim withWriteOff() {
		return new Claim(this.invoice, true, this.settlement);
	}

	Claim with(OrderSettled settled) {
		return new Claim(this.invoice, this.writtenOff, settled);
	}

	Optional<Money> invoiced() {
		return Optional.ofNullable(this.invoice).map(InvoiceIssued::gross);
	}

	/** Whether what is missing is not asked for: written off, or within the tolerance. */
	boolean restGivenUp() {
		return this.writtenOff || this.settlement != null;
	}

}
