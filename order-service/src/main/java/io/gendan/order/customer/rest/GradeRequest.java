package io.gendan.order.customer.rest;

import io.gendan.order.customer.CustomerCommand;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The grade a customer shall have.
 *
 * @param grade A key … C
 * @param reason required
 */
record GradeRequest(@Schema(allowableValues = {
		"A", "B", "C" }) @Nullable String grade, @Nullable String reason){

	CustomerCommand command() {
		return new CustomerCommand.Grade(this.grade, this.reason);
	}

}
