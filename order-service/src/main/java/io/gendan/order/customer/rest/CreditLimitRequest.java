package io.gendan.order.customer.rest;

import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.customer.TermsForm;
import io.gendan.order.rest.NumberText;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * How much a customer may owe.
 *
 * @param amount zero or more
 * @param currency ISO 4217 code
 * @param reason required
 */
record CreditLimitRequest(
		@Schema(description = "Decimal number as number or text") @JsonDeserialize(
				using = NumberText.class) @Nullable String amount,
		@Schema(example = "CNY") @Nullable String currency, @Nullable String reason) {

	CustomerCommand command() {
		return new CustomerCommand.SetCreditLimit(new TermsForm.Amount(this.amount, this.currency), this.reason);
	}

}
