package io.gendan.contract.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * An order has been placed, or placed again after a return for correction: the notice to
 * every department (ORD-4, ORD-7).
 *
 * @param order order number
 * @param round 1 for the first placing, one more after each return for correction
 * @param receivedAt when the customer's request arrived (ORD-5)
 * @param channel how it arrived
 * @param enteredBy user who entered it
 * @param customer who orders
 * @param shipTo where the goods go
 * @param lines what is ordered, at least one line
 * @param total sum of the lines
 * @param requestedDelivery date the customer asked for
 * @param deliveryMethod how the goods travel
 * @param packaging packaging wishes
 * @param paymentTerms when money is due and goods are released
 * @param invoice kind and title of the invoice
 * @param remarks free text
 * @param keyPoints key points of the customer's wishes
 */
@EventType("io.gendan.order.OrderPlaced.v1")
public record OrderPlaced(String order, int round, Instant receivedAt, Channel channel, String enteredBy,
		Customer customer, ShipTo shipTo, List<OrderLine> lines, Money total, LocalDate requestedDelivery,
		DeliveryMethod deliveryMethod, @Nullable Personal packaging, PaymentTerms paymentTerms, InvoiceWish invoice,
		@Nullable Personal remarks, List<Personal> keyPoints) implements OrderEvent {

	public OrderPlaced {
		lines = List.copyOf(lines);
		keyPoints = List.copyOf(keyPoints);
	}

}
