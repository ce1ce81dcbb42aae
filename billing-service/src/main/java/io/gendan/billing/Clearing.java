package io.gendan.billing;

import java.util.Map;

import io.gendan.billing.BillingCommand.RefundCredit;
import io.gendan.billing.BillingCommand.WriteOff;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.CreditRefunded;
import io.gendan.contract.billing.RestWrittenOff;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.stage.Outcome;

/**
 * Decides how an account comes to nothing when the customer pays too little or too much:
 * the rest is written off (BIL-3), credit is paid back (BIL-6).
 */
final class Clearing {

	private final ReceiptPolicy policy;

	Clearing(ReceiptPolicy policy) {
		this.policy = policy;
	}

	static Outcome<BillingEvent> writeOff(Billing billing, WriteOff command) {
		Map<String, Object> facts = Map.of("order", billing.order());
		OrderPlaced placed = billing.agreement().placed();
		if (billing.agreement().cancelled()) {
			return Outcome.refused(BillingRefusal.ORDER_IS_CANCELLED, facts);
		}
		if (billing.settlement().isPresent()) {
			return Outcome.refused(BillingRefusal.ORDER_IS_SETTLED, facts);
		}
		if (placed == null || billing.invoice().isEmpty()) {
			return Outcome.refused(BillingRefusal.NOT_INVOICED, facts);
		}
		FieldCheck check = new FieldCheck();
		String reason = check.need("reason", check.prose("reason", command.reason(), BillingCommand.LONGEST_REASON));
		return check.clean()
				? Outcome.accepted(new RestWrittenOff(billing.order(),
						billing.outstanding(placed, Money.zero(placed.total().currency())), Personal.of(reason)))
				: Outcome.refused(BillingRefusal.FIELDS_INVALID, check.faults());
	}

	Outcome<BillingEvent> refund(Billing billing, RefundCredit command) {
		String order = billing.order();
		FieldCheck check = new FieldCheck();
		String voucher = check.need("voucher", check.code("voucher", command.voucher(), ReceiptPolicy.LONGEST_TEXT));
		if (billing.account().knows(voucher)) {
			return Outcome.refused(BillingRefusal.VOUCHER_KNOWN, Map.of("order", order, "voucher", voucher));
		}
		OrderPlaced placed = billing.agreement().placed();
		if (placed == null || billing.credit(placed).signum() == 0) {
			return Outcome.refused(BillingRefusal.NO_CREDIT, Map.of("order", order));
		}
		Money credit = billing.credit(placed);
		Money amount = check.amount(command.amount(), credit.currency(), this.policy);
		check.currency(command.currency(), credit.currency());
		if (!credit.covers(amount)) {
			check.fault("amount", BillingRefusal.MORE_THAN_CREDIT, Map.of("credit", credit.toString()));
		}
		return check.clean() ? Outcome.accepted(new CreditRefunded(order, voucher, amount, credit.minus(amount)))
				: Outcome.refused(BillingRefusal.FIELDS_INVALID, check.faults());
	}

}
