package io.gendan.messaging.outbox;

import java.util.List;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.ledger.Head;

/**
 * What the relay is told after a write.
 *
 * @param order order number
 * @param version version of the document now
 * @param head the last own event now
 * @param tail own events that are not known to be acknowledged, in sequence; empty when
 * the write added none
 */
public record Outgoing(String order, long version, Head head, List<RecordedEvent> tail) {
}
