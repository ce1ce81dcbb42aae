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
 * @param invoices how many invoices there were, the last one counts
 * @param writtenOff what finance no longer asks for, null if it asks for all
 * @param settlement the settlement, null until invoice and receipts match
 */
record Claim(@Nullable InvoiceIssued invoice, int invoices, @Nullable Money writtenOff,
		@Nullable OrderSettled settlement) {

	static final Claim NONE = new Claim(null, 0, null, null);

	Claim with(InvoiceIssued issued) {
		return new Claim(issued, this.invoices + 1, this.writtenOff, this.settlement);
	}

	Claim withWriteOff(Money amount) {
		return new Claim(this.invoice, this.invoices, and(amount), this.settlement);
	}

	Claim with(OrderSettled settled) {
		return new Claim(this.invoice, this.invoices, this.writtenOff, settled);
	}

	Claim unsettled() {
		return new Claim(this.invoice, this.invoices, this.writtenOff, null);
	}

	/** Something else is to be invoiced. */
	Claim withdrawn() {
		return new Claim(null, this.invoices, this.writtenOff, null);
	}

	/** The number of the next invoice. */
	String number(String order) {
		return "INV-" + order + ((this.invoices > 0) ? "-" + (this.invoices + 1) : "");
	}

	Optional<Money> invoiced() {
		return Optional.ofNullable(this.invoice).map(InvoiceIssued::gross);
	}

	/** What is asked for of a rest: nothing of what is written off or tolerated. */
	Money asked(Money rest) {
		boolean nothing = this.settlement != null || (this.writtenOff != null && this.writtenOff.covers(rest));
		Money none = Money.zero(rest.currency());
		return nothing ? none : rest.minus((this.writtenOff != null) ? this.writtenOff : none);
	}

	/** Money together with what is written off. */
	Money and(Money money) {
		return (this.writtenOff != null) ? money.plus(this.writtenOff) : money;
	}

}
