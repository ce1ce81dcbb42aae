package io.gendan.order.customer.rest;

import java.util.List;

import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.customer.CustomerForm;
import io.gendan.order.customer.TermsForm;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new customer as a client sends it. Everything may be missing here; what must not be,
 * is told by the domain, all at once.
 *
 * @param number customer number
 * @param name company or person
 * @param creditCode unified social credit code
 * @param contacts with whom to speak, 20 at the most
 * @param addresses where goods may go, 50 at the most
 * @param invoiceTitle to whom invoices are made out
 * @param taxNumber tax number on invoices
 * @param paymentTerms what applies unless an order says otherwise
 * @param salesperson user who looks after the customer
 * @param grade from managers only
 * @param creditLimit from managers only
 * @param standing from managers only
 */
record RegisterRequest(@Nullable String number, @Nullable String name, @Nullable String creditCode,
		@Nullable List<@Nullable ContactPart> contacts, @Nullable List<@Nullable AddressPart> addresses,
		@Nullable String invoiceTitle, @Nullable String taxNumber, @Schema(allowableValues = {
				"PREPAID", "CASH_ON_DELIVERY", "MONTHLY" }) @Nullable String paymentTerms,
		@Schema(description = "User id; left out by a salesperson, their own") @Nullable String salesperson,
		@Schema(description = "From managers only; C if it is left out",
				allowableValues = { "A", "B", "C" }) @Nullable String grade,
		@Schema(description = "From managers only") @Nullable AmountPart creditLimit,
		@Schema(description = "From managers only; GOOD if it is left out",
				allowableValues = { "GOOD", "ON_HOLD", "BLOCKED" }) @Nullable String standing){

	CustomerCommand command() {
		return new CustomerCommand.Register(
				new CustomerForm(this.name, this.creditCode, ContactPart.persons(this.contacts),
						AddressPart.places(this.addresses), this.invoiceTitle, this.taxNumber, this.paymentTerms,
						this.salesperson),
				new TermsForm(this.grade, (this.creditLimit != null) ? this.creditLimit.form() : null, this.standing));
	}

}
