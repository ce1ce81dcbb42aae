package io.gendan.messaging.ledger;

import java.util.List;

import io.gendan.contract.RecordedEvent;

/**
 * All that a stage knows of one subject, as read from its document.
 *
 * @param order the subject: an order number, for other kinds of streams with the kind
 * @param version version of the document, 0 if there is none yet
 * @param write token of the write that made it so, 0 if there was none
 * @param entries own and kept received events in the order in which they came about
 * @param clock highest Lamport clock seen
 * @param head the last own event
 * @param published sequence up to which own events are known to be acknowledged
 * @param inbox how far it has heard of other services
 * @param keys idempotency keys that have taken effect
 * @param paged what has gone to pages beside the document
 */
public record Ledger(String order, long version, long write, List<Entry> entries, long clock, Head head, long published,
		OrderInbox inbox, List<UsedKey> keys, Paged paged) {

	/**
	 * What nobody has heard of.
	 * @param order the subject
	 * @return an empty ledger
	 */
	public static Ledger empty(String order) {
		return new Ledger(order, 0, 0, List.of(), 0, Head.NONE, 0, OrderInbox.EMPTY, List.of(), Paged.NOTHING);
	}

	/**
	 * The size of the document as far as it grows.
	 * @return bytes of entries, keys and what is said of pages, a little rounded up
	 */
	public long bytes() {
		long bytes = entryBytes() + this.paged.bytes();
		for (UsedKey key : this.keys) {
			bytes += key.bytes();
		}
		return bytes;
	}

	/**
	 * The size of the events in the document.
	 * @return bytes
	 */
	public long entryBytes() {
		return this.entries.stream().mapToLong(Entry::bytes).sum();
	}

	/**
	 * How much has happened.
	 * @return entries, those in pages among them
	 */
	public long length() {
		return this.paged.length() + this.entries.size();
	}

	/**
	 * How many of the oldest entries may go to a page: own events that have left.
	 * @return a number from 0
	 */
	public int settled() {
		int settled = 0;
		while (settled < this.entries.size() && this.entries.get(settled).own()
				&& this.entries.get(settled).event().envelope().sequence() <= this.published) {
			settled++;
		}
		return settled;
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
