package io.gendan.messaging.ledger;

import java.time.Instant;

import io.gendan.contract.RecordedEvent;

/**
 * An event that came before its predecessor. It stands in the document of its order, so
 * that it is taken in the same write as the predecessor it waits for.
 *
 * @param event the event
 * @param since when it came
 * @param told whether a person has been told that it waits
 */
public record Parked(RecordedEvent event, Instant since, boolean told) {
}
