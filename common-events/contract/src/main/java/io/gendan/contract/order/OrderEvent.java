package io.gendan.contract.order;

import io.gendan.contract.AboutOrder;

/** Events of order-service: entry, confirmation, completion and archive (ORD). */
public sealed interface OrderEvent extends AboutOrder permits OrderPlaced, OrderConfirmed, CancellationRequested,
		StopOrdered, CancellationOvertaken, OrderCancelled, OrderCompleted, OrderArchived {

}
