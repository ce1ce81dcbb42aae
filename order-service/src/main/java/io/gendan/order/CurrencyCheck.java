package io.gendan.order;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

import io.gendan.stage.FormReader;
import org.jspecify.annotations.Nullable;

/** Checks in which currency something is paid. */
public final class CurrencyCheck {

	/** Metals, units of account and test codes have no minor unit and pay nothing. */
	private static final Set<String> MONEY = Currency.getAvailableCurrencies()
		.stream()
		.filter((currency) -> currency.getDefaultFractionDigits() >= 0)
		.map(Currency::getCurrencyCode)
		.collect(Collectors.toUnmodifiableSet());

	private CurrencyCheck() {
	}

	/**
	 * Reads a currency that must be there.
	 * @param reader gathers faults
	 * @param field path of the field
	 * @param policy which ones are accepted
	 * @param raw what was typed in
	 * @return ISO 4217 code, null after a fault
	 */
	public static @Nullable String currency(FormReader reader, String field, OrderPolicy policy, @Nullable String raw) {
		String code = reader.need(field, reader.word(field, raw, 40));
		if (code.isEmpty()) {
			return null;
		}
		boolean accepted = policy.currencies().isEmpty() || policy.currencies().contains(code);
		if (!MONEY.contains(code) || !accepted) {
			reader.fault(field, OrderRefusal.CURRENCY_UNKNOWN, code);
			return null;
		}
		return code;
	}

}
