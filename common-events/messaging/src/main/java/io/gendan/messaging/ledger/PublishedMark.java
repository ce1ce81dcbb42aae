package io.gendan.messaging.ledger;

/**
 * All own events of an order are acknowledged by the broker.
 *
 * @param order order number
 * @param version version of the document with these events
 * @param head the last one
 */
public record PublishedMark(String order, long version, Head head) {
}
