package io.gendan.order.customer.rest;

import io.gendan.order.customer.TermsForm;
import io.gendan.order.rest.NumberText;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * An amount of money, as a client sends it.
 *
 * @param amount zero or more
 * @param currency ISO 4217 code
 */
record AmountPart(@Schema(description = "Decimal number as number or text") @JsonDeserialize(
		using = NumberText.class) @Nullable String amount, @Schema(example = "CNY") @Nullable String currency) {

	TermsForm.Amount form() {
		return new TermsForm.Amount(this.amount, this.currency);
	}

}
