package io.gendan.messaging.ledger;

import io.gendan.contract.RecordedEvent;

/**
 * One line of a ledger.
 *
 * @param own true for an event of this service, false for a received one that its stage
 * keeps
 * @param event the event
 */
public record Entry(boolean own, RecordedEvent event) {
}
