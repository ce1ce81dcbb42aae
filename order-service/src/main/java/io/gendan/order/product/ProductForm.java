package io.gendan.order.product;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was filled in for a product, as it was sent.
 *
 * @param name what it is called
 * @param specification size, material, make
 * @param unit unit of measure
 * @param supply where it comes from
 * @param taxRatePercent tax rate in percent, a decimal number
 * @param prices what it costs, at most one per grade and currency
 */
public record ProductForm(@Nullable String name, @Nullable String specification, @Nullable String unit,
		@Nullable String supply, @Nullable String taxRatePercent, List<@Nullable Price> prices) {

	/**
	 * What it costs customers of a grade.
	 *
	 * @param grade grade of the customer, null for the grades without a price of their
	 * own
	 * @param currency ISO 4217 code
	 * @param list price of one unit as it is offered, a decimal number
	 * @param floor the lowest price of one unit, a decimal number
	 */
	public record Price(@Nullable String grade, @Nullable String currency, @Nullable String list,
			@Nullable String floor) {

		static final Price EMPTY = new Price(null, null, null, null);

	}

}
