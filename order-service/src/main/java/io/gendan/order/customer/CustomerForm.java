package io.gendan.order.customer;

import java.util.List;

import io.gendan.stage.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in for a customer, as it was sent; a blank choice is none.
 *
 * @param name company or person
 * @param creditCode unified social credit code
 * @param contacts with whom to speak
 * @param addresses where goods may go
 * @param invoiceTitle to whom invoices are made out
 * @param taxNumber tax number on invoices
 * @param paymentTerms what applies unless an order says otherwise
 * @param salesperson user who looks after the customer, left out if that shall stay
 */
public record CustomerForm(@Nullable String name, @Nullable String creditCode, List<@Nullable Person> contacts,
		List<@Nullable Place> addresses, @Nullable String invoiceTitle, @Nullable String taxNumber,
		@Nullable String paymentTerms, @Nullable String salesperson) {

	public CustomerForm {
		paymentTerms = said(paymentTerms);
	}

	static @Nullable String said(@Nullable String typed) {
		return (typed != null && TypedText.normal(typed).isEmpty()) ? null : typed;
	}

	/**
	 * Somebody to speak with.
	 *
	 * @param name who
	 * @param function what they do there
	 * @param phone telephone
	 * @param email e-mail address
	 */
	public record Person(@Nullable String name, @Nullable String function, @Nullable String phone,
			@Nullable String email) {

		static final Person EMPTY = new Person(null, null, null, null);

	}

	/**
	 * Where goods may go.
	 *
	 * @param label what the place is called
	 * @param country ISO 3166 alpha-2
	 * @param region province or state
	 * @param city city
	 * @param address street and number
	 * @param postalCode postal code
	 * @param receiver who receives
	 * @param phone telephone of the receiver
	 */
	public record Place(@Nullable String label, @Nullable String country, @Nullable String region,
			@Nullable String city, @Nullable String address, @Nullable String postalCode, @Nullable String receiver,
			@Nullable String phone) {

		static final Place EMPTY = new Place(null, null, null, null, null, null, null, null);

	}

}
