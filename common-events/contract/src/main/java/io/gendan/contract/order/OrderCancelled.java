package io.gendan.contract.order;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The order has been cancelled; every stage undoes its part (ORD-11).
 *
 * @param order order number
 * @param cancelledBy who cancelled
 * @param role the role in which they cancelled, or asked for it; absent when the review
 * rejected the order
 * @param reason why
 */
@EventType("io.gendan.order.OrderCancelled.v1")
public record OrderCancelled(String order, String cancelledBy, @Nullable String role,
		Personal reason) implements OrderEvent {

	/**
	 * A cancellation whose role is not told.
	 * @param order order number
	 * @param cancelledBy who cancelled
	 * @param reason why
	 */
	public OrderCancelled(String order, String cancelledBy, Personal reason) {
		this(order, cancelledBy, null, reason);
	}

}
