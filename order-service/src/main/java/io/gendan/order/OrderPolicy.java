package io.gendan.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;

/**
 * The numbers by which orders are entered and kept; all are settings under
 * {@code gendan.order}.
 *
 * @param zone business zone, in which an instant has its date
 * @param maxLines lines of one order at the most
 * @param quantityDecimals decimal places of a quantity at the most
 * @param maxQuantity quantity of one line at the most
 * @param priceDecimals decimal places of a unit price at the most
 * @param maxPrice unit price at the most, in units of the currency
 * @param earliestReceipt day before which no order of today was received
 * @param clockSkew how far the clock of a sender may be ahead
 * @param deliveryHorizon how long after receipt a delivery may be requested at the most
 * @param currencies ISO 4217 codes that are accepted; empty for all
 * @param retention how long a dossier is kept (ORD-21)
 */
public record OrderPolicy(ZoneId zone, int maxLines, int quantityDecimals, BigDecimal maxQuantity, int priceDecimals,
		BigDecimal maxPrice, LocalDate earliestReceipt, Duration clockSkew, Period deliveryHorizon,
		Set<String> currencies, Period retention) {

	public OrderPolicy {
		currencies = Set.copyOf(currencies);
	}

	LocalDate dateOf(Instant instant) {
		return LocalDate.ofInstant(instant, this.zone);
	}

}
