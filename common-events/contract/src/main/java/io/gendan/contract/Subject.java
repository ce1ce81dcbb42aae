package io.gendan.contract;

import java.util.Set;

/**
 * What an event is about. On the wire it is the order number for what belongs to an
 * order, {@code kind/number} for what lives without one: {@code customer/C-1001}. A
 * number may hold any visible character, slashes too. The kinds are a closed list, longer
 * than what is in use yet: a reader can so tell subjects apart whose events it does not
 * know, and no order gets a number that begins like one.
 *
 * @param kind {@value #ORDER} or another kind of stream
 * @param number order number, customer number …
 */
public record Subject(String kind, String number) {

	/** The kind of what belongs to an order. */
	public static final String ORDER = "order";

	/** The kind of what is said about a product. */
	public static final String PRODUCT = "product";

	/** The kind of what is said about a customer. */
	public static final String CUSTOMER = "customer";

	/** All that may stand before a slash. */
	private static final Set<String> WITHOUT_ORDER = Set.of(PRODUCT, CUSTOMER, "staff", "enquiry", "agreement",
			"credit", "statement", "target", "force-majeure", "audit", "audit-plan", "conduct", "appraisal",
			"improvement", "care", "supplier", "purchase", "capacity");

	/**
	 * What the text of a subject says by itself.
	 * @param text the {@code ce_subject} attribute
	 * @return kind and number
	 */
	public static Subject parse(String text) {
		int slash = text.indexOf('/');
		return (slash > 0 && slash < text.length() - 1 && WITHOUT_ORDER.contains(text.substring(0, slash)))
				? new Subject(text.substring(0, slash), text.substring(slash + 1)) : new Subject(ORDER, text);
	}

	/**
	 * What an event is about. The type decides where this version of the contract knows
	 * it, so that orders of before this rule stay orders, whatever their numbers look
	 * like.
	 * @param envelope the event
	 * @return kind and number
	 */
	public static Subject of(Envelope envelope) {
		boolean order = EventCatalogue.find(envelope.type()).filter(AboutOrder.class::isAssignableFrom).isPresent();
		return order ? new Subject(ORDER, envelope.subject()) : parse(envelope.subject());
	}

	/**
	 * Whether a number would be taken for a subject of another kind: no new order may get
	 * it.
	 * @param number an order number
	 * @return true for {@code customer/17}
	 */
	public static boolean isReserved(String number) {
		return !parse(number).kind().equals(ORDER);
	}

	/**
	 * The subject as it stands on the wire.
	 * @return order number, or kind and number
	 */
	public String text() {
		return this.kind.equals(ORDER) ? this.number : this.kind + "/" + this.number;
	}

}
