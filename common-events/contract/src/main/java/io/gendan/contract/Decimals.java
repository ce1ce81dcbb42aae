package io.gendan.contract;

import java.math.BigDecimal;

/**
 * The bounds of all decimals of the contract. Without them a text of twelve characters
 * such as {@code 1e1000000000} would fill the memory of whoever writes it out.
 */
final class Decimals {

	/** Digits allowed before the point, and digits allowed after it. */
	static final int DIGITS = 40;

	private Decimals() {
	}

	/**
	 * A decimal from its text.
	 * @throws IllegalArgumentException if it is no decimal number, or out of bounds
	 */
	static BigDecimal parse(String text) {
		if (text.length() > 2 * DIGITS + 8) {
			throw new IllegalArgumentException(
					"A decimal number of %d characters is too long".formatted(text.length()));
		}
		return bounded(new BigDecimal(text));
	}

	/**
	 * The same decimal.
	 * @throws IllegalArgumentException if it is out of bounds
	 */
	static BigDecimal bounded(BigDecimal value) {
		if (value.scale() > DIGITS || (long) value.precision() - value.scale() > DIGITS) {
			throw new IllegalArgumentException(
					"A decimal number has at most %d digits before and after the point".formatted(DIGITS));
		}
		return value;
	}

}
