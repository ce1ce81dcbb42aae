package io.gendan.order;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Checks the currency of an order. */
final class CurrencyCheck {

	/** Metals, units of account and test codes have no minor unit and pay nothing. */
	private static final Set<String> MONEY = Currency.getAvailableCurrencies()
		.stream()
		.filter((currency) -> currency.getDefaultFractionDigits() >= 0)
		.map(Currency::getCurrencyCode)
		.collect(Collectors.toUnmodifiableSet());

	private CurrencyCheck() {
	}

	static @Nullable String currency(FormReader reader, OrderPolicy policy, @Nullable String raw) {
		String code = reader.need("currency", reader.word("currency", raw, 40));
		if (code.isEmpty()) {
			return null;
		}
		boolean accepted = policy.currencies().isEmpty() || policy.currencies().contains(code);
		if (!MONEY.contains(code) || !accepted) {
			reader.fault("currency", OrderRefusal.CURRENCY_UNKNOWN, code);
			return null;
		}
		return code;
	}

}
