package io.gendan.billing;

import java.math.BigDecimal;

import io.gendan.contract.Money;

/**
 * When little is as good as nothing (BIL-5): a bank fee or a rounding must not keep an
 * order open for ever.
 *
 * @param toleranceMinorUnits how much may be missing, in the smallest coins of the
 * currency: 1 is 0.01 CNY, 1 JPY, 0.001 KWD
 */
public record SettlementPolicy(int toleranceMinorUnits) {

	/**
	 * Refuses settings that cannot be meant.
	 * @throws IllegalArgumentException if the tolerance is negative
	 */
	public SettlementPolicy {
		if (toleranceMinorUnits < 0) {
			throw new IllegalArgumentException("tolerance-minor-units must not be negative: " + toleranceMinorUnits);
		}
	}

	/** Whether money counts as enough; no money at all is never enough. */
	boolean enough(Money received, Money due) {
		int digits = Money.zero(due.currency()).amount().scale();
		Money tolerance = new Money(BigDecimal.valueOf(this.toleranceMinorUnits, digits), due.currency());
		return received.covers(due) || (received.signum() > 0 && received.plus(tolerance).covers(due));
	}

}
