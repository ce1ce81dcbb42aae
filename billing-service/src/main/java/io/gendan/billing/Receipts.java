package io.gendan.billing;

import java.util.Map;

import io.gendan.billing.BillingCommand.RecordReceipt;
import io.gendan.contract.Money;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Decides on money that has arrived (BIL-3): partial, several, too much, twice. What has
 * arrived is booked, also after the settlement and for a cancelled order: it is credit
 * then, and can be paid back.
 */
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
		OrderPlaced placed = billing.agreement().placed();
		if (placed == null || !billing.agreement().decided()) {
			return Outcome.refused(BillingRefusal.NOT_CONFIRMED, Map.of("order", order));
		}
		String currency = placed.total().currency();
		FieldFaults faults = new FieldFaults();
		String voucher = faults.text("voucher", receipt.voucher(), ReceiptPolicy.LONGEST_TEXT);
		Money amount = faults.amount(receipt.amount(), currency, this.policy);
		faults.currency(receipt.currency(), currency);
		reference(faults, receipt.reference(), order);
		if (!faults.all().isEmpty()) {
			return Outcome.refused(BillingRefusal.FIELDS_INVALID, faults.all());
		}
		return Outcome.accepted(new PaymentReceived(order, voucher, amount, billing.outstanding(placed, amount)));
	}

	private static void reference(FieldFaults faults, @Nullable String reference, String order) {
		if (reference != null && !reference.strip().equals(order)) {
			faults.add("reference", BillingRefusal.REFERENCE_DIFFERENT, Map.of("order", order));
		}
	}

}
