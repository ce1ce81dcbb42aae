package io.gendan.stage;

import io.gendan.contract.Subject;

/**
 * A kind of stream: what its subjects are called.
 *
 * @param label on the wire, see {@link Subject}; also the field of lists with the number
 * @param collection in the service's own database
 * @param en in messages in English
 * @param zh in messages in Chinese
 * @param owned whether each belongs to a customer, so that not everybody may see it
 */
public record StreamKind(String label, String collection, String en, String zh, boolean owned) {

	/** What belongs to an order. */
	public static final StreamKind ORDER = new StreamKind(Subject.ORDER, "orders", "order", "订单", true);

	/**
	 * What an event about one of them is about.
	 * @param number its number
	 * @return the subject as it stands on the wire
	 */
	public String subject(String number) {
		return new Subject(this.label, number).text();
	}

	/**
	 * The number in a subject of this kind.
	 * @param subject as it stands on the wire
	 * @return the number
	 */
	public String number(String subject) {
		return this.label.equals(Subject.ORDER) ? subject : subject.substring(this.label.length() + 1);
	}

}
