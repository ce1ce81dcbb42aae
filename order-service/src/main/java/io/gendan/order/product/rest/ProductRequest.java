package io.gendan.order.product.rest;

import java.util.List;

import io.gendan.order.product.ProductForm;
import io.gendan.order.rest.NumberText;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A product as a client sends it. Everything may be missing here; what must not be, is
 * told by the domain, all at once.
 *
 * @param number model or stock code; only when it is put on the list
 * @param name what it is called
 * @param specification size, material, make
 * @param unit unit of measure
 * @param supply where it comes from
 * @param taxRatePercent tax rate in percent
 * @param prices what it costs, at most one per grade and currency
 * @param reason why it is changed
 */
record ProductRequest(@Nullable String number, @Nullable String name, @Nullable String specification,
		@Nullable String unit, @Schema(allowableValues = {
				"MADE", "BOUGHT", "STOCKED", "SERVICE" }) @Nullable String supply,
		@Schema(description = "Decimal number as number or text") @JsonDeserialize(
				using = NumberText.class) @Nullable String taxRatePercent,
		@Nullable List<@Nullable PricePart> prices, @Nullable String reason){

	ProductForm form() {
		return new ProductForm(this.name, this.specification, this.unit, this.supply, this.taxRatePercent,
				(this.prices != null)
						? this.prices.stream().<ProductForm.@Nullable Price>map(PricePart::priceOf).toList()
						: List.of());
	}

	record PricePart(@Schema(allowableValues = {
			"A", "B", "C" }) @Nullable String grade, @Schema(example = "CNY") @Nullable String currency,
			@Schema(description = "Decimal number as number or text") @JsonDeserialize(
					using = NumberText.class) @Nullable String list,
			@Schema(description = "Decimal number as number or text") @JsonDeserialize(
					using = NumberText.class) @Nullable String floor){

		static ProductForm.@Nullable Price priceOf(@Nullable PricePart part) {
			return (part != null) ? new ProductForm.Price(part.grade, part.currency, part.list, part.floor) : null;
		}

	}

}
