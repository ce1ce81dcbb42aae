package io.gendan.contract;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An exact quantity, rate or measure; the unit stands beside it. A decimal string in
 * JSON.
 *
 * @param value the number, without trailing zeros; at most 40 digits before and after the
 * point
 */
public record Quantity(BigDecimal value) {

	/**
	 * Takes off trailing zeros.
	 * @throws IllegalArgumentException if the number is out of bounds
	 */
	public Quantity {
		value = Decimals.bounded(value.stripTrailingZeros());
		if (value.scale() < 0) {
			value = value.setScale(0);
		}
	}

	/**
	 * A quantity from its decimal text.
	 * @param text such as {@code 12} or {@code 0.5}
	 * @return the quantity
	 * @throws IllegalArgumentException if the text is no decimal number, or out of bounds
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static Quantity of(String text) {
		return new Quantity(Decimals.parse(text));
	}

	/**
	 * A whole quantity.
	 * @param value the number
	 * @return the quantity
	 */
	public static Quantity of(long value) {
		return new Quantity(BigDecimal.valueOf(value));
	}

	@JsonValue
	@Override
	public String toString() {
		return this.value.toPlainString();
	}

	/**
	 * The sum.
	 * @param other what to add
	 * @return this and other
	 */
	public Quantity plus(Quantity other) {
		return new Quantity(this.value.add(other.value));
	}

	/**
	 * The difference.
	 * @param other what to take away
	 * @return this less other
	 */
	public Quantity minus(Quantity other) {
		return new Quantity(this.value.subtract(other.value));
	}

	/**
	 * The smaller of two.
	 * @param other another quantity
	 * @return the one that is not greater
	 */
	public Quantity min(Quantity other) {
		return (this.value.compareTo(other.value) <= 0) ? this : other;
	}

	/**
	 * The sign.
	 * @return -1, 0 or 1
	 */
	public int signum() {
		return this.value.signum();
	}

}
