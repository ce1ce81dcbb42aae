package io.gendan.order;

import io.gendan.contract.Personal;
import io.gendan.contract.customer.Contact;
import io.gendan.contract.customer.CustomerAddress;
import io.gendan.contract.customer.CustomerDetails;
import io.gendan.contract.order.InvoiceKind;
import io.gendan.contract.order.ShipTo;
import io.gendan.stage.FormReader;
import io.gendan.stage.Privacy;
import org.jspecify.annotations.Nullable;

/**
 * What the register gives to a form that names its customer (ORD-1). What belongs
 * together comes together: no street of the register under a city of the form, no
 * telephone under another's name, no tax number under another title. Personal texts go
 * into the order as they stand, sealed for this very customer.
 */
final class RegisterEntry {

	private final OrderForm form;

	private final CustomerDetails details;

	private final Privacy privacy;

	/** Nothing of a company is written under the name of another. */
	private final boolean same;

	RegisterEntry(OrderForm form, CustomerDetails details, Privacy privacy) {
		this.form = form;
		this.details = details;
		this.privacy = privacy;
		OrderForm.Party party = form.customer();
		this.same = Typed.blank(party.name()) || Typed.alike(party.name(), details.name(), privacy)
				|| Typed.alike(party.creditCode(), details.creditCode(), privacy);
	}

	/**
	 * Whether the form has another company's code: both are right by their check
	 * character, so it is no slip of the pen.
	 */
	boolean isAnotherCode() {
		String typed = new FormReader().code("", this.form.customer().creditCode(), PartyCheck.CODE);
		String known = open(this.details.creditCode());
		return typed != null && known != null && SocialCreditCode.valid(typed) && !typed.equals(known);
	}

	/**
	 * Whether the form relies on the register and names somebody else.
	 */
	boolean isAnotherName() {
		return !this.same && ((saysNoPlace() && !this.details.addresses().isEmpty())
				|| (Typed.blank(this.form.invoice().title()) && wantsInvoice() && this.details.invoiceTitle() != null));
	}

	@Nullable Personal name() {
		return this.same ? this.details.name() : null;
	}

	@Nullable Personal creditCode() {
		return this.same ? this.details.creditCode() : null;
	}

	/** The one that the form names, or the first one. */
	@Nullable Contact contact() {
		if (!this.same || !Typed.blank(this.form.customer().phone())) {
			return null;
		}
		String named = this.form.customer().contact();
		return this.details.contacts()
			.stream()
			.filter((contact) -> Typed.blank(named) || Typed.alike(named, contact.name(), this.privacy))
			.findFirst()
			.orElse(null);
	}

	@Nullable ShipTo shipTo() {
		if (!this.same || !saysNoPlace() || this.details.addresses().isEmpty()) {
			return null;
		}
		CustomerAddress first = this.details.addresses().getFirst();
		boolean met = Typed.blank(this.form.shipTo().receiver()) && Typed.blank(this.form.shipTo().phone());
		return new ShipTo(first.country(), first.region(), first.city(), first.address(), first.postalCode(),
				met ? first.receiver() : null, met ? first.phone() : null);
	}

	@Nullable Personal invoiceTitle() {
		OrderForm.Invoice wish = this.form.invoice();
		boolean theirs = Typed.blank(wish.taxNumber())
				|| Typed.alike(wish.taxNumber(), this.details.taxNumber(), this.privacy);
		return (this.same && wantsInvoice() && theirs) ? this.details.invoiceTitle() : null;
	}

	@Nullable Personal taxNumber() {
		OrderForm.Invoice wish = this.form.invoice();
		boolean theirs = Typed.blank(wish.title())
				|| Typed.alike(wish.title(), this.details.invoiceTitle(), this.privacy);
		return (this.same && wantsInvoice() && theirs) ? this.details.taxNumber() : null;
	}

	/** The key is not here, or was destroyed since the register was asked. */
	boolean isUnreadable() {
		return open(this.details.name()) == null;
	}

	private boolean saysNoPlace() {
		return saysNoPlace(this.form.shipTo());
	}

	static boolean saysNoPlace(OrderForm.Address address) {
		return Typed.blank(address.country()) && Typed.blank(address.region()) && Typed.blank(address.city())
				&& Typed.blank(address.address()) && Typed.blank(address.postalCode());
	}

	private boolean wantsInvoice() {
		return !InvoiceKind.NONE.name().equals(Typed.text(this.form.invoice().kind()));
	}

	private @Nullable String open(@Nullable Personal text) {
		return (text != null) ? this.privacy.open(text) : null;
	}

}
