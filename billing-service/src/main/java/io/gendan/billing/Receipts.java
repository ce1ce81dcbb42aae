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
		FieldCheck check = new FieldCheck();
		String voucher = check.need("voucher", check.code("voucher", receipt.voucher(), ReceiptPolicy.LONGEST_TEXT));
		if (billing.account().knows(voucher)) {
			return Outcome.refused(BillingRefusal.VOUCHER_KNOWN, Map.of("order", order, "voucher", voucher));
		}
		OrderPlaced placed = billing.agreement().placed();
		if (placed == null || !billing.agreement().decided()) {
			return Outcome.refused(BillingRefusal.NOT_CONFIRMED, Map.of("order", order));
		}
		String currency = placed.total().currency();
		Money amount = check.amount(receipt.amount(), currency, this.policy);
		check.currency(receipt.currency(), currency);
		reference(check, receipt.reference(), order);
		if (!check.clean()) {
			return Outcome.refused(BillingRefusal.FIELDS_INVALID, check.faults());
		}
		return Outcome.accepted(new PaymentReceived(order, voucher, amount, billing.outstanding(placed, amount)));
	}

	private static void reference(FieldCheck check, @Nullable String typed, String order) {
		String reference = check.code("reference", typed, ReceiptPolicy.LONGEST_TEXT);
		if (reference != null && !reference.equals(order)) {
			check.fault("reference", BillingRefusal.REFERENCE_DIFFERENT, Map.of("order", order));
		}
	}

}
