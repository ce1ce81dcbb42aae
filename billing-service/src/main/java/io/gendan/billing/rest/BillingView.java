package io.gendan.billing.rest;

import java.util.List;

import io.gendan.billing.Billing;
import io.gendan.billing.BillingPhase;
import io.gendan.contract.Money;
import io.gendan.contract.billing.InvoiceIssued;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.billing.ReceiptReversed;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.messaging.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The money side of an order as clients see it.
 *
 * @param order order number
 * @param version grows with everything that happens here
 * @param state where it stands
 * @param customer customer number
 * @param terms when money is due and goods are released (BIL-1)
 * @param total what is to be paid altogether
 * @param received what has been received
 * @param outstanding what is still to be paid, negative when overpaid
 * @param credit what is kept for the customer (BIL-6)
 * @param released whether the goods may leave
 * @param request the payment notice with its due date (BIL-2)
 * @param receipts money received that counts (BIL-3)
 * @param reversals receipts that were booked by mistake (BIL-3)
 * @param invoice the invoice (BIL-4)
 * @param settlement the settlement (BIL-5)
 */
record BillingView(String order, long version, BillingPhase state, @Nullable String customer,
		@Nullable PaymentTerms terms, @Nullable Money total, @Nullable Money received, @Nullable Money outstanding,
		@Nullable Money credit, boolean released, @Nullable PaymentRequested request, List<PaymentReceived> receipts,
		List<ReceiptReversed> reversals, @Nullable InvoiceIssued invoice, @Nullable OrderSettled settlement) {

	static BillingView of(OrderSnapshot<Billing> snapshot) {
		Billing billing = snapshot.state();
		OrderPlaced placed = billing.placed().orElse(null);
		return new BillingView(snapshot.order(), snapshot.version(), billing.phase(),
				(placed != null) ? placed.customer().id() : null, (placed != null) ? placed.paymentTerms() : null,
				(placed != null) ? placed.total() : null, billing.received().orElse(null),
				billing.outstanding().orElse(null), billing.credit().orElse(null), billing.released(),
				billing.request().orElse(null), billing.receipts(), billing.reversals(), billing.invoice().orElse(null),
				billing.settlement().orElse(null));
	}

}
