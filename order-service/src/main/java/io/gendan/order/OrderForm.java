package io.gendan.order;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An order as it was filled in, not yet checked: everything is text and anything may be
 * missing, so that all faults can be told at once (ORD-4). What {@link Known} knows of
 * the customer and the items stands in for what is missing.
 *
 * @param receivedAt when the customer's request arrived, RFC 3339 (ORD-5)
 * @param channel how it arrived
 * @param customer who orders
 * @param shipTo where the goods go
 * @param currency ISO 4217 code of all prices
 * @param lines what is ordered
 * @param total sum of the lines as the sender reckoned it; checked if given
 * @param requestedDelivery date the customer asks for, {@code yyyy-MM-dd}
 * @param deliveryMethod how the goods travel
 * @param packaging packaging wishes
 * @param paymentTerms when money is due
 * @param invoice kind and title of the invoice
 * @param remarks free text
 * @param keyPoints key points of the customer's wishes
 * @param unsaid what holds where the form says nothing
 */
public record OrderForm(@Nullable String receivedAt, @Nullable String channel, Party customer, Address shipTo,
		@Nullable String currency, List<@Nullable Line> lines, @Nullable String total,
		@Nullable String requestedDelivery, @Nullable String deliveryMethod, @Nullable String packaging,
		@Nullable String paymentTerms, Invoice invoice, @Nullable String remarks, List<@Nullable String> keyPoints,
		Unsaid unsaid) {

	/**
	 * What holds where a form says nothing of it. It is no part of the order's content:
	 * the same form tomorrow is the same order.
	 *
	 * @param receivedAt when it was received; the present time if null
	 * @param deliveryDays requested delivery as days after receipt, null if the form must
	 * say it
	 */
	public record Unsaid(@Nullable Instant receivedAt, @Nullable Integer deliveryDays) {

		/** Received now, and the delivery must be said. */
		public static final Unsaid NOTHING = new Unsaid(null, null);

	}

	/**
	 * Who orders.
	 *
	 * @param id customer number
	 * @param name company name
	 * @param contact contact person
	 * @param phone telephone
	 * @param creditCode unified social credit code (ORD-1)
	 * @param grade A, B or C
	 */
	public record Party(@Nullable String id, @Nullable String name, @Nullable String contact, @Nullable String phone,
			@Nullable String creditCode, @Nullable String grade) {

		/** Nothing filled in. */
		public static final Party EMPTY = new Party(null, null, null, null, null, null);

	}

	/**
	 * Where the goods go.
	 *
	 * @param country ISO 3166 alpha-2
	 * @param region province or state
	 * @param city city
	 * @param address street and number
	 * @param postalCode postal code
	 * @param receiver who receives
	 * @param phone telephone of the receiver
	 */
	public record Address(@Nullable String country, @Nullable String region, @Nullable String city,
			@Nullable String address, @Nullable String postalCode, @Nullable String receiver, @Nullable String phone) {

		/** Nothing filled in. */
		public static final Address EMPTY = new Address(null, null, null, null, null, null, null);

	}

	/**
	 * One line.
	 *
	 * @param item model or stock code
	 * @param description what it is
	 * @param specification specification
	 * @param quantity decimal number
	 * @param unit unit of measure
	 * @param unitPrice decimal number, in the order's currency
	 */
	public record Line(@Nullable String item, @Nullable String description, @Nullable String specification,
			@Nullable String quantity, @Nullable String unit, @Nullable String unitPrice) {

		static final Line EMPTY = new Line(null, null, null, null, null, null);

	}

	/**
	 * The invoice wish (BIL-4).
	 *
	 * @param kind kind of the invoice
	 * @param title name on it
	 * @param taxNumber tax number, required for {@code VAT_SPECIAL}
	 */
	public record Invoice(@Nullable String kind, @Nullable String title, @Nullable String taxNumber) {

		/** Nothing filled in. */
		public static final Invoice EMPTY = new Invoice(null, null, null);

	}

}
