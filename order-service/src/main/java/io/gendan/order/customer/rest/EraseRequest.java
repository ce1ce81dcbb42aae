package io.gendan.order.customer.rest;

import io.gendan.order.customer.CustomerCommand;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer shall be erased.
 *
 * @param cause required
 * @param reference file number of the request or order it goes back to, at most 40
 * characters
 */
record EraseRequest(@Schema(allowableValues = {
		"CUSTOMER_REQUEST", "RETENTION_ENDED", "AUTHORITY_ORDER" }) @Nullable String cause,
		@Schema(description = "File number: letters A to Z, digits and - / . _, no 11 digits in a row",
				maxLength = 40) @Nullable String reference){

	CustomerCommand command() {
		return new CustomerCommand.Erase(this.cause, this.reference);
	}

}
