package io.gendan.contract.order;

import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.EventType;

/**
 * The dossier is closed and kept (ORD-21). The chain heads pin every event of every
 * service.
 *
 * @param order order number
 * @param retainUntil last day the dossier must be kept
 * @param dossier last event of each service, by service
 */
@EventType("io.gendan.order.OrderArchived.v1")
public record OrderArchived(String order, LocalDate retainUntil, List<ChainHead> dossier) implements OrderEvent {

	public OrderArchived {
		dossier = List.copyOf(dossier);
	}

}
