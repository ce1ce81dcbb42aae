package io.gendan.order.customer;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

import io.gendan.contract.Money;
import io.gendan.contract.customer.Standing;
import io.gendan.order.CurrencyCheck;
import io.gendan.order.Grades;
import io.gendan.order.OrderPolicy;
import io.gendan.order.OrderRefusal;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.FormReader;
import org.jspecify.annotations.Nullable;

/** Checks on which terms business is done with a customer (ORD-1). */
final class TermsCheck {

	private static final int NUMBER = 100;

	/** More than any customer owes, in any currency. */
	private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

	private final FormReader reader;

	private final OrderPolicy policy;

	TermsCheck(FormReader reader, OrderPolicy policy) {
		this.reader = reader;
		this.policy = policy;
	}

	@Nullable String grade(@Nullable String raw) {
		return Grades.grade(this.reader, "grade", raw);
	}

	@Nullable Standing standing(@Nullable String raw) {
		return this.reader.choice("standing", raw, Standing.class);
	}

	/**
	 * Reads an amount that may be zero.
	 * @param path before the names of its fields
	 * @param raw what was filled in
	 * @return the amount, null after a fault
	 */
	@Nullable Money limit(String path, TermsForm.Amount raw) {
		String field = path + "amount";
		String text = this.reader.need(field, this.reader.word(field, raw.amount(), NUMBER));
		BigDecimal amount = this.reader.number(field, text);
		String currency = CurrencyCheck.currency(this.reader, path + "currency", this.policy, raw.currency());
		if (amount == null || currency == null) {
			return null;
		}
		int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
		if (amount.signum() < 0) {
			this.reader.fault(field, OrderRefusal.NUMBER_NEGATIVE, text);
		}
		else if (amount.compareTo(MOST) > 0) {
			this.reader.fault(field, FieldRefusal.NUMBER_TOO_LARGE,
					Map.of("value", FormReader.shown(text), "max", MOST.toPlainString()));
		}
		else if (amount.stripTrailingZeros().scale() > decimals) {
			this.reader.fault(field, FieldRefusal.NUMBER_TOO_PRECISE,
					Map.of("value", FormReader.shown(text), "max", decimals));
		}
		else {
			return new Money(amount.stripTrailingZeros(), currency);
		}
		return null;
	}

}
