package io.gendan.messaging.ledger;

import java.util.List;

import io.gendan.contract.RecordedEvent;

/**
 * All that a stage knows of one order, as read from its document.
 *
 * @param order order number
 * @param version version of the document, 0 if there is none yet
 * @param write token of the write that made it so, 0 if there was none
 * @param entries own and kept received events in the order in which they came about
 * @param clock highest Lamport clock seen
 * @param head the last own event
 * @param published sequence up to which own events are known to be acknowledged
 * @param inbox how far it has heard of other services
 * @param keys idempotency keys that have taken effect
 */
public record Ledger(String order, long version, long write, List<Entry> entries, long clock, Head head, long published,
		OrderInbox inbox, List<UsedKey> keys) {

	/**
	 * An order nobody has heard of.
	 * @param order order number
	 * @return an empty ledger
	 */
	public static Ledger empty(String order) {
		return new Ledger(order, 0, 0, List.of(), 0, Head.NONE, 0, OrderInbox.EMPTY, List.of());
	}

	/**
	 * The size of the document as far as it grows.
	 * @return bytes of entries and keys, a little rounded up
	 */
	public long bytes() {
		long bytes = 0;
		for (Entry entry : this.entries) {
			bytes += entry.bytes();
		}
		for (UsedKey key : this.keys) {
			bytes += key.bytes();
		}
		return bytes;
	}

	/**
	 * The outbox: own events after the last acknowledged one.
	 * @return in sequence
	 */
	public List<RecordedEvent> unpublished() {
		return this.entries.stream()
			.filter((entry) -> entry.own() && entry.event().envelope().sequence() > this.published)
			.map(Entry::event)
			.toList();
	}

}
