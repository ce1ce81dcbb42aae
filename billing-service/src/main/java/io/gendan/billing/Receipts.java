package io.gendan.billing;

import java.util.Map;

import io.gendan.billing.BillingCommand.RecordReceipt;
import io.gendan.billing.BillingCommand.ReverseReceipt;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.ReceiptReversed;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Decides on money that has arrived (BIL-3): partial, several, too much, twice. What has
 * arrived is booked, also after the settlement and for a cancelled order: it is credit
 * then, and can be paid back. What was booked by mistake is reversed, as long as the
 * dossier is open and the money is not paid back.
 */
final class Receipts {

	private final ReceiptPolicy policy;

	private final BillingRules rules;

	Receipts(ReceiptPolicy policy, BillingRules rules) {
		this.policy = policy;
		this.rules = rules;
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

	Outcome<BillingEvent> reverse(Billing billing, ReverseReceipt command) {
		FieldCheck check = new FieldCheck();
		String voucher = check.need("voucher", check.code("voucher", command.voucher(), ReceiptPolicy.LONGEST_TEXT));
		String reason = check.need("reason", check.prose("reason", command.reason(), BillingCommand.LONGEST_REASON));
		if (!check.clean()) {
			return Outcome.refused(BillingRefusal.FIELDS_INVALID, check.faults());
		}
		Map<String, Object> facts = Map.of("order", billing.order(), "voucher", voucher);
		OrderPlaced placed = billing.agreement().placed();
		PaymentReceived receipt = billing.account().receipt(voucher).orElse(null);
		if (billing.agreement().archived()) {
			return Outcome.refused(BillingRefusal.ORDER_IS_ARCHIVED, facts);
		}
		if (billing.account().reversed(voucher)) {
			return Outcome.refused(BillingRefusal.RECEIPT_IS_REVERSED, facts);
		}
		if (placed == null || receipt == null) {
			return Outcome.refused(BillingRefusal.RECEIPT_UNKNOWN, facts);
		}
		if (!billing.account().refunds().isEmpty() && !billing.credit(placed).covers(receipt.amount())) {
			return Outcome.refused(BillingRefusal.MONEY_IS_PAID_BACK, facts);
		}
		return Outcome.accepted(reversal(billing, placed, receipt, reason));
	}

	private ReceiptReversed reversal(Billing billing, OrderPlaced placed, PaymentReceived receipt, String reason) {
		Billing without = billing.with(billing.account().without(receipt.voucher()));
		boolean settled = billing.settlement().isPresent() && this.rules.matches(without, placed);
		Billing after = settled ? without : without.with(without.claim().unsettled());
		return new ReceiptReversed(billing.order(), receipt.voucher(), receipt.amount(),
				after.outstanding(placed, Money.zero(receipt.amount().currency())), settled,
				billing.released() && this.rules.mayLeave(without, placed), Personal.of(reason));
	}

	private static void reference(FieldCheck check, @Nullable String typed, String order) {
		String reference = check.code("reference", typed, ReceiptPolicy.LONGEST_TEXT);
		if (reference != null && !reference.equals(order)) {
			check.fault("reference", BillingRefusal.REFERENCE_DIFFERENT, Map.of("order", order));
		}
	}

}
