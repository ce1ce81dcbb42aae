package io.gendan.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import io.gendan.billing.BillingCommand.RecordReceipt;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.stage.FieldFault;
import org.jspecify.annotations.Nullable;

/** Finds all faults of a receipt at once (BIL-3). */
final class ReceiptCheck {

	private final ReceiptPolicy policy;

	private final OrderPlaced order;

	private final List<FieldFault> faults = new ArrayList<>();

	private ReceiptCheck(ReceiptPolicy policy, OrderPlaced order) {
		this.policy = policy;
		this.order = order;
	}

	static List<FieldFault> faults(RecordReceipt receipt, OrderPlaced order, ReceiptPolicy policy) {
		ReceiptCheck check = new ReceiptCheck(policy, order);
		check.voucher(receipt.voucher());
		check.amount(receipt.amount());
		check.currency(receipt.currency());
		check.reference(receipt.reference());
		return check.faults;
	}

	private void voucher(@Nullable String voucher) {
		if (voucher == null || voucher.isBlank()) {
			fault("voucher", BillingRefusal.FIELD_REQUIRED, Map.of());
		}
		else if (voucher.strip().length() > ReceiptPolicy.LONGEST_TEXT) {
			fault("voucher", BillingRefusal.TEXT_TOO_LONG, Map.of("max", ReceiptPolicy.LONGEST_TEXT));
		}
		else if (voucher.strip().codePoints().anyMatch(Character::isISOControl)) {
			fault("voucher", BillingRefusal.TEXT_NOT_PRINTABLE, Map.of());
		}
	}

	private void amount(@Nullable BigDecimal amount) {
		String currency = this.order.total().currency();
		int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
		if (amount == null) {
			fault("amount", BillingRefusal.FIELD_REQUIRED, Map.of());
		}
		else if (amount.signum() <= 0) {
			fault("amount", BillingRefusal.AMOUNT_NOT_POSITIVE, Map.of());
		}
		else if (amount.compareTo(this.policy.largest()) > 0) {
			fault("amount", BillingRefusal.AMOUNT_TOO_LARGE, Map.of("max", this.policy.largest().toPlainString()));
		}
		else if (amount.stripTrailingZeros().scale() > digits) {
			fault("amount", BillingRefusal.AMOUNT_TOO_FINE, Map.of("currency", currency, "digits", digits));
		}
	}

	private void currency(@Nullable String currency) {
		String expected = this.order.total().currency();
		if (currency == null || currency.isBlank()) {
			fault("currency", BillingRefusal.FIELD_REQUIRED, Map.of());
		}
		else if (!currency.equals(expected)) {
			fault("currency", BillingRefusal.CURRENCY_DIFFERENT, Map.of("expected", expected));
		}
	}

	private void reference(@Nullable String reference) {
		if (reference != null && !reference.strip().equals(this.order.order())) {
			fault("reference", BillingRefusal.REFERENCE_DIFFERENT, Map.of("order", this.order.order()));
		}
	}

	private void fault(String field, BillingRefusal code, Map<String, Object> facts) {
		this.faults.add(new FieldFault(field, code, facts));
	}

}
