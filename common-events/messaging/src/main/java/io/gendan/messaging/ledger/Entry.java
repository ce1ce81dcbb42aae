package io.gendan.messaging.ledger;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.budget.Weight;

/**
 * One line of a ledger.
 *
 * @param own true for an event of this service, false for a received one that its stage
 * keeps
 * @param event the event
 */
public record Entry(boolean own, RecordedEvent event) {

	/**
	 * The size in the document.
	 * @return bytes
	 */
	public long bytes() {
		return Weight.of(this.event);
	}

}
