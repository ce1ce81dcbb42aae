package io.gendan.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * An exact amount in a currency. The amount is a decimal string in JSON, so that no
 * reader turns it into a floating-point number.
 *
 * @param amount decimal amount with the currency's minor digits, and more only where they
 * are not zero, so that equal amounts are equal; at most 40 digits before and after the
 * point
 * @param currency ISO 4217 code
 */
public record Money(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {

	/**
	 * Brings the amount to the currency's minor digits.
	 * @throws IllegalArgumentException if the currency is not an ISO 4217 code or the
	 * amount is out of bounds
	 */
	public Money {
		int digits = minorDigits(currency);
		amount = Decimals.bounded(amount);
		if (amount.scale() > digits) {
			amount = amount.stripTrailingZeros();
		}
		if (amount.scale() < digits) {
			amount = amount.setScale(digits, RoundingMode.UNNECESSARY);
		}
	}

	/**
	 * An amount from its decimal text.
	 * @param amount such as {@code 12.30}
	 * @param currency ISO 4217 code
	 * @return the amount
	 * @throws IllegalArgumentException if the text is no decimal number, is out of
	 * bounds, or the currency is not an ISO 4217 code
	 */
	public static Money of(String amount, String currency) {
		return new Money(Decimals.parse(amount), currency);
	}

	/**
	 * Nothing in a currency.
	 * @param currency ISO 4217 code
	 * @return zero
	 */
	public static Money zero(String currency) {
		return new Money(BigDecimal.ZERO, currency);
	}

	/**
	 * The sum.
	 * @param other an amount in the same currency
	 * @return this and other
	 * @throws IllegalArgumentException if the currencies differ
	 */
	public Money plus(Money other) {
		return new Money(this.amount.add(same(other).amount), this.currency);
	}

	/**
	 * The difference.
	 * @param other an amount in the same currency
	 * @return this less other
	 * @throws IllegalArgumentException if the currencies differ
	 */
	public Money minus(Money other) {
		return new Money(this.amount.subtract(same(other).amount), this.currency);
	}

	/**
	 * The product, rounded half up to the currency's minor unit.
	 * @param factor a quantity or a rate
	 * @return this times factor
	 */
	public Money times(BigDecimal factor) {
		return new Money(this.amount.multiply(factor).setScale(minorDigits(this.currency), RoundingMode.HALF_UP),
				this.currency);
	}

	/**
	 * The sign of the amount.
	 * @return -1, 0 or 1
	 */
	public int signum() {
		return this.amount.signum();
	}

	/**
	 * Whether this is as much as the other or more.
	 * @param other an amount in the same currency
	 * @return true if this is at least other
	 * @throws IllegalArgumentException if the currencies differ
	 */
	public boolean covers(Money other) {
		return this.amount.compareTo(same(other).amount) >= 0;
	}

	private Money same(Money other) {
		if (!this.currency.equals(other.currency)) {
			throw new IllegalArgumentException("%s and %s do not add up".formatted(this, other));
		}
		return other;
	}

	private static int minorDigits(String currency) {
		return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
	}

	@Override
	public String toString() {
		return this.amount.toPlainString() + " " + this.currency;
	}

}
