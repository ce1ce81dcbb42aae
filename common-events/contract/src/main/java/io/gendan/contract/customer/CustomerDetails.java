package io.gendan.contract.customer;

import java.util.List;

import io.gendan.contract.Personal;
import io.gendan.contract.order.PaymentTerms;
import org.jspecify.annotations.Nullable;

/**
 * Who a customer is and where (ORD-1).
 *
 * @param name company or person
 * @param creditCode unified social credit code (GB 32100-2015)
 * @param contacts with whom to speak, the first one first
 * @param addresses where goods may go, the first one unless another is asked for
 * @param invoiceTitle to whom invoices are made out
 * @param taxNumber tax number on invoices
 * @param paymentTerms what applies unless an order says otherwise
 * @param salesperson user who looks after this customer
 */
public record CustomerDetails(Personal name, @Nullable Personal creditCode, List<Contact> contacts,
		List<CustomerAddress> addresses, @Nullable Personal invoiceTitle, @Nullable Personal taxNumber,
		@Nullable PaymentTerms paymentTerms, @Nullable String salesperson) {

	public CustomerDetails {
		contacts = List.copyOf(contacts);
		addresses = List.copyOf(addresses);
	}

}
