package io.gendan.order.imports;

import java.util.List;

import io.gendan.contract.Personal;
import io.gendan.contract.customer.Contact;
import io.gendan.contract.customer.CustomerAddress;
import io.gendan.contract.customer.CustomerDetails;
import io.gendan.order.customer.CustomerForm;
import io.gendan.stage.Privacy;
import org.jspecify.annotations.Nullable;

/** What the register says of a customer, as somebody would fill it in; it is not kept. */
final class KnownCustomer {

	private final Privacy privacy;

	private final CustomerForm form;

	private boolean readable = true;

	KnownCustomer(CustomerDetails details, Privacy privacy) {
		this.privacy = privacy;
		this.form = new CustomerForm(text(details.name()), text(details.creditCode()),
				details.contacts().stream().<CustomerForm.@Nullable Person>map(this::person).toList(),
				details.addresses().stream().<CustomerForm.@Nullable Place>map(this::place).toList(),
				text(details.invoiceTitle()), text(details.taxNumber()),
				(details.paymentTerms() != null) ? details.paymentTerms().name() : null, details.salesperson());
	}

	CustomerForm form() {
		return this.form;
	}

	/** Whether all keys are here, so that nothing would be lost. */
	boolean readable() {
		return this.readable;
	}

	private CustomerForm.Person person(Contact contact) {
		return new CustomerForm.Person(text(contact.name()), text(contact.function()), text(contact.phone()),
				text(contact.email()));
	}

	private CustomerForm.Place place(CustomerAddress address) {
		return new CustomerForm.Place(text(address.label()), address.country(), address.region(), address.city(),
				text(address.address()), address.postalCode(), text(address.receiver()), text(address.phone()));
	}

	private @Nullable String text(@Nullable Personal text) {
		String open = (text != null) ? this.privacy.open(text) : null;
		this.readable &= text == null || open != null;
		return open;
	}

}
