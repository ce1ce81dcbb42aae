package io.gendan.order.customer.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.customer.CustomerForm;
import io.gendan.order.customer.CustomerRefusal;
import io.gendan.order.customer.TermsForm;
import io.gendan.stage.FieldFault;
import io.gendan.stage.TypedText;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the register shall say of a customer from now on, as a client sends it. What has a
 * command of its own may stand here only to be refused: who sends it means a change.
 *
 * @param number customer number, that of the address if it is sent
 * @param name company or person
 * @param creditCode unified social credit code
 * @param contacts with whom to speak, 20 at the most
 * @param addresses where goods may go, 50 at the most
 * @param invoiceTitle to whom invoices are made out
 * @param taxNumber tax number on invoices
 * @param paymentTerms what applies unless an order says otherwise
 * @param salesperson user who looks after the customer
 * @param grade not here
 * @param creditLimit not here
 * @param standing not here
 * @param reason why it is changed
 */
record ChangeRequest(@Nullable String number, @Nullable String name, @Nullable String creditCode,
		@Nullable List<@Nullable ContactPart> contacts, @Nullable List<@Nullable AddressPart> addresses,
		@Nullable String invoiceTitle, @Nullable String taxNumber, @Schema(allowableValues = {
				"PREPAID", "CASH_ON_DELIVERY", "MONTHLY" }) @Nullable String paymentTerms,
		@Schema(description = "User id; left out, it stays as it is") @Nullable String salesperson,
		@Schema(hidden = true) @Nullable String grade, @Schema(hidden = true) @Nullable AmountPart creditLimit,
		@Schema(hidden = true) @Nullable String standing, @Nullable String reason){

	/**
	 * What cannot be meant by a change of this customer.
	 * @param customer number in the address
	 * @return none if all can
	 */
	List<FieldFault> faults(String customer) {
		List<FieldFault> faults = new ArrayList<>();
		if (this.number != null && !TypedText.normal(this.number).equals(customer)) {
			faults
				.add(new FieldFault("number", CustomerRefusal.CUSTOMER_NUMBER_DISAGREES, Map.of("customer", customer)));
		}
		TermsForm terms = new TermsForm(this.grade, (this.creditLimit != null) ? this.creditLimit.form() : null,
				this.standing);
		addCommand(faults, "grade", terms.grade(), "grade");
		addCommand(faults, "creditLimit", terms.creditLimit(), "credit-limit");
		addCommand(faults, "standing", terms.standing(), "standing");
		return faults;
	}

	private static void addCommand(List<FieldFault> faults, String field, @Nullable Object said, String command) {
		if (said != null) {
			faults.add(new FieldFault(field, CustomerRefusal.CHANGED_BY_COMMAND, Map.of("command", command)));
		}
	}

	CustomerCommand command() {
		return new CustomerCommand.Change(new CustomerForm(this.name, this.creditCode,
				ContactPart.persons(this.contacts), AddressPart.places(this.addresses), this.invoiceTitle,
				this.taxNumber, this.paymentTerms, this.salesperson), this.reason);
	}

}
