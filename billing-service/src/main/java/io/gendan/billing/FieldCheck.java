package io.gendan.billing;

import java.math.BigDecimal;
import java.util.Map;

import io.gendan.contract.Money;
import io.gendan.stage.FieldReader;
import io.gendan.stage.FieldRefusal;
import org.jspecify.annotations.Nullable;

/** Reads what a person typed in. */
final class FieldCheck extends FieldReader {

	/** More than nothing and no finer than the currency; nothing after a fault. */
	Money amount(@Nullable BigDecimal amount, String currency, ReceiptPolicy policy) {
		Money none = Money.zero(currency);
		int digits = none.amount().scale();
		if (amount == null) {
			fault("amount", FieldRefusal.REQUIRED);
		}
		else if (amount.signum() <= 0) {
			fault("amount", BillingRefusal.AMOUNT_NOT_POSITIVE);
		}
		else if (amount.compareTo(policy.largest()) > 0) {
			fault("amount", BillingRefusal.AMOUNT_TOO_LARGE, Map.of("max", policy.largest().toPlainString()));
		}
		else if (amount.stripTrailingZeros().scale() > digits) {
			fault("amount", BillingRefusal.AMOUNT_TOO_FINE, Map.of("currency", currency, "digits", digits));
		}
		else {
			return new Money(amount.stripTrailingZeros(), currency);
		}
		return none;
	}

	void currency(@Nullable String typed, String expected) {
		String currency = need("currency", code("currency", typed, ReceiptPolicy.LONGEST_TEXT));
		if (!currency.isEmpty() && !currency.equals(expected)) {
			fault("currency", BillingRefusal.CURRENCY_DIFFERENT, Map.of("expected", expected));
		}
	}

}
