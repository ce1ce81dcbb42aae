package io.gendan.billing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.gendan.billing.BillingCommand.RecordReceipt;
import io.gendan.contract.Money;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Outcome;

/** Decides on money that has arrived (BIL-3): partial, several, too much, twice. */
final class Receipts {

	private final ReceiptPolicy policy;

	Receipts(ReceiptPolicy policy) {
		this.policy = policy;
	}

	Outcome<BillingEvent> decide(Billing billing, RecordReceipt receipt) {
		String order = billing.order();
		if (receipt.voucher() != null && billing.account().knows(receipt.voucher().strip())) {
			return Outcome.refused(BillingRefusal.VOUCHER_KNOWN,
					Map.of("order", order, "voucher", receipt.voucher().strip()));
		}
		if (billing.settlement().isPresent()) {
			return Outcome.refused(BillingRefusal.ORDER_IS_SETTLED, Map.of("order", order));
		}
		if (billing.agreement().cancelled()) {
			return Outcome.refused(BillingRefusal.ORDER_IS_CANCELLED, Map.of("order", order));
		}
		OrderPlaced placed = billing.agreement().placed();
		if (placed == null || !billing.agreement().confirmed()) {
			return Outcome.refused(BillingRefusal.NOT_CONFIRMED, Map.of("order", order));
		}
		List<FieldFault> faults = ReceiptCheck.faults(receipt, placed, this.policy);
		if (!faults.isEmpty()) {
			return Outcome.refused(BillingRefusal.FIELDS_INVALID, faults);
		}
		return book(billing, placed, Objects.requireNonNull(receipt.voucher()).strip(),
				Objects.requireNonNull(receipt.amount()));
	}

	private static Outcome<BillingEvent> book(Billing billing, OrderPlaced placed, String voucher,
			BigDecimal received) {
		Money total = placed.total();
		Money amount = new Money(received.stripTrailingZeros(), total.currency());
		Money outstanding = total.minus(billing.account().received(total.currency())).minus(amount);
		return Outcome.accepted(new PaymentReceived(billing.order(), voucher, amount, outstanding));
	}

}
