package io.gendan.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Money;
import io.gendan.stage.FieldFault;
import org.jspecify.annotations.Nullable;

/** Notes every fault of what a person typed in, so that all are told at once. */
final class FieldFaults {

	private final List<FieldFault> faults = new ArrayList<>();

	List<FieldFault> all() {
		return List.copyOf(this.faults);
	}

	void add(String field, BillingRefusal code, Map<String, Object> facts) {
		this.faults.add(new FieldFault(field, code, facts));
	}

	/** A text that must be there; empty after a fault. */
	String text(String field, @Nullable String text, int longest) {
		if (text == null || text.isBlank()) {
			add(field, BillingRefusal.FIELD_REQUIRED, Map.of());
			return "";
		}
		String stripped = text.strip();
		if (stripped.length() > longest) {
			add(field, BillingRefusal.TEXT_TOO_LONG, Map.of("max", longest));
		}
		else if (stripped.codePoints().anyMatch(Character::isISOControl)) {
			add(field, BillingRefusal.TEXT_NOT_PRINTABLE, Map.of());
		}
		return stripped;
	}

	/** More than nothing and no finer than the currency; nothing after a fault. */
	Money amount(@Nullable BigDecimal amount, String currency, ReceiptPolicy policy) {
		Money none = Money.zero(currency);
		int digits = none.amount().scale();
		if (amount == null) {
			add("amount", BillingRefusal.FIELD_REQUIRED, Map.of());
		}
		else if (amount.signum() <= 0) {
			add("amount", BillingRefusal.AMOUNT_NOT_POSITIVE, Map.of());
		}
		else if (amount.compareTo(policy.largest()) > 0) {
			add("amount", BillingRefusal.AMOUNT_TOO_LARGE, Map.of("max", policy.largest().toPlainString()));
		}
		else if (amount.stripTrailingZeros().scale() > digits) {
			add("amount", BillingRefusal.AMOUNT_TOO_FINE, Map.of("currency", currency, "digits", digits));
		}
		else {
			return new Money(amount.stripTrailingZeros(), currency);
		}
		return none;
	}

	void currency(@Nullable String currency, String expected) {
		if (currency == null || currency.isBlank()) {
			add("currency", BillingRefusal.FIELD_REQUIRED, Map.of());
		}
		else if (!currency.equals(expected)) {
			add("currency", BillingRefusal.CURRENCY_DIFFERENT, Map.of("expected", expected));
		}
	}

}
