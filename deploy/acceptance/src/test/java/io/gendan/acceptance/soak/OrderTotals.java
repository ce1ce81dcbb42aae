package io.gendan.acceptance.soak;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What the orders of a file are worth, counted from the file itself. */
final class OrderTotals {

	private OrderTotals() {
	}

	/**
	 * Counts a generated file.
	 * @param csv rows of number, customer, item, quantity, price
	 * @return number without a prefix to its total
	 */
	static Map<String, BigDecimal> of(String csv) {
		Map<String, BigDecimal> totals = new TreeMap<>();
		csv.lines().skip(1).map((row) -> row.split(",")).forEach((row) -> {
			BigDecimal amount = new BigDecimal(row[3]).multiply(new BigDecimal(row[4]));
			totals.merge(row[0], amount, BigDecimal::add);
		});
		return totals;
	}

}
