package io.gendan.messaging;

import io.gendan.contract.RecordedEvent;

/**
 * Something that has happened, as a stage keeps it.
 *
 * @param number counted from 1 in the order in which the stage learned of it
 * @param event the event
 */
public record HistoryEntry(long number, RecordedEvent event) {
}
