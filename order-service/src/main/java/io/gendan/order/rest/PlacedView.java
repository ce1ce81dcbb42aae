package io.gendan.order.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.order.Channel;
import io.gendan.contract.order.Customer;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.contract.order.InvoiceWish;
import io.gendan.contract.order.OrderLine;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.contract.order.ShipTo;
import org.jspecify.annotations.Nullable;

/**
 * What was placed, as it is shown.
 *
 * @param order order number
 * @param round 1 for the first placing, one more after each return for correction
 * @param receivedAt when the customer's request arrived (ORD-5)
 * @param channel how it arrived
 * @param enteredBy user who entered it, not for customers
 * @param customer who orders; the grade is not for customers
 * @param shipTo where the goods go
 * @param lines what is ordered
 * @param total sum of the lines
 * @param requestedDelivery date the customer asked for
 * @param deliveryMethod how the goods travel
 * @param packaging packaging wishes
 * @param paymentTerms when money is due and goods are released
 * @param invoice kind and title of the invoice
 * @param remarks free text
 * @param keyPoints key points of the customer's wishes
 */
record PlacedView(String order, int round, Instant receivedAt, Channel channel, @Nullable String enteredBy,
		Customer customer, ShipTo shipTo, List<OrderLine> lines, Money total, LocalDate requestedDelivery,
		DeliveryMethod deliveryMethod, @Nullable Personal packaging, PaymentTerms paymentTerms, InvoiceWish invoice,
		@Nullable Personal remarks, List<Personal> keyPoints) {

	static @Nullable PlacedView of(@Nullable OrderPlaced placed, boolean inside) {
		if (placed == null) {
			return null;
		}
		Customer customer = placed.customer();
		Customer ungraded = new Customer(customer.id(), customer.name(), customer.contact(), customer.phone(),
				customer.creditCode(), null);
		return new PlacedView(placed.order(), placed.round(), placed.receivedAt(), placed.channel(),
				inside ? placed.enteredBy() : null, inside ? customer : ungraded, placed.shipTo(), placed.lines(),
				placed.total(), placed.requestedDelivery(), placed.deliveryMethod(), placed.packaging(),
				placed.paymentTerms(), placed.invoice(), placed.remarks(), placed.keyPoints());
	}

}
