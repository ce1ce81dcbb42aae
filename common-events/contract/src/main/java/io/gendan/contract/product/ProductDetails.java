package io.gendan.contract.product;

import java.util.List;

import io.gendan.contract.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What the product list says of a product.
 *
 * @param name what it is called
 * @param specification size, material, make
 * @param unit unit of measure
 * @param supply where it comes from
 * @param taxRatePercent tax rate in percent
 * @param prices at most one per grade and currency
 */
public record ProductDetails(String name, @Nullable String specification, String unit, Supply supply,
		Quantity taxRatePercent, List<GradePrice> prices) {

	public ProductDetails {
		prices = List.copyOf(prices);
	}

}
