package io.gendan.messaging.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.gendan.contract.Envelope;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.ledger.Head;
import io.gendan.messaging.ledger.PublishedMark;

/**
 * How far the events of one order have come, in one history: a store that lost what it
 * had acknowledged goes on with other events under the same numbers. After a failure
 * nothing more leaves in this flight, so that no event overtakes the failed one; what
 * left before it counts. Only what is acknowledged without a hole counts: after
 * partitions were added, an event may be acknowledged while an older one still waits.
 */
final class Flight {

	private long version;

	private Head head = Head.NONE;

	/** Hashes of the events that were handed over, by sequence. */
	private final NavigableMap<Long, String> boarded = new TreeMap<>();

	/** The last event that is acknowledged like all before it. */
	private Head acknowledged = Head.NONE;

	/** Hashes of what is acknowledged while an older event is not, by sequence. */
	private final Map<Long, String> early = new HashMap<>();

	/** The first event that has not left and will not leave in this flight. */
	private long failedAt = Long.MAX_VALUE;

	private long settledVersion = -1;

	private long waitingSince = System.nanoTime();

	/**
	 * Whether events belong to the history of this flight.
	 * @param tail events of the order that are not known to be published, at least one
	 * @return false if one of them is another event than the one that was handed over
	 */
	synchronized boolean fits(List<RecordedEvent> tail) {
		if (this.boarded.isEmpty()) {
			return true;
		}
		for (RecordedEvent event : tail) {
			Envelope envelope = event.envelope();
			String same = this.boarded.getOrDefault(envelope.sequence(), envelope.hash());
			String before = this.boarded.getOrDefault(envelope.sequence() - 1, envelope.prevHash());
			if (!same.equals(envelope.hash()) || !before.equals(envelope.prevHash())) {
				return false;
			}
		}
		return tail.getLast().envelope().sequence() >= this.boarded.firstKey();
	}

	/**
	 * A flight for the history that goes on without this one's last events; nothing more
	 * leaves in this flight.
	 * @param tail events of that history
	 * @return knows what both have in common and the broker has
	 */
	synchronized Flight leftFor(List<RecordedEvent> tail) {
		Flight other = new Flight();
		for (RecordedEvent event : tail) {
			long sequence = event.envelope().sequence();
			if (sequence > this.acknowledged.sequence()
					|| !event.envelope().hash().equals(this.boarded.get(sequence))) {
				break;
			}
			other.boarded.put(sequence, event.envelope().hash());
			other.acknowledge(sequence);
		}
		this.failedAt = 0;
		return other;
	}

	synchronized void written(long newVersion, Head newHead) {
		if (newHead.sequence() > this.head.sequence() && complete()) {
			this.waitingSince = System.nanoTime();
		}
		if (newVersion > this.version || newHead.sequence() > this.head.sequence()) {
			this.version = newVersion;
			this.head = newHead;
		}
	}

	/**
	 * The events that have not been handed over.
	 * @param tail events of this history
	 * @return the last of them, perhaps none
	 */
	synchronized List<RecordedEvent> missing(List<RecordedEvent> tail) {
		if (failed()) {
			return List.of();
		}
		long last = last();
		return tail.stream().filter((event) -> event.envelope().sequence() > last).toList();
	}

	synchronized void board(List<RecordedEvent> events) {
		events.forEach((event) -> this.boarded.put(event.envelope().sequence(), event.envelope().hash()));
	}

	synchronized boolean empty() {
		return this.boarded.isEmpty();
	}

	/**
	 * Whether events of the order had to be left in the store.
	 * @return true if not all have been handed over
	 */
	synchronized boolean behind() {
		return last() < this.head.sequence() && !failed();
	}

	private long last() {
		return this.boarded.isEmpty() ? 0 : this.boarded.lastKey();
	}

	synchronized void acknowledge(long sequence) {
		String hash = this.boarded.get(sequence);
		if (hash == null || sequence < next()) {
			return;
		}
		this.early.put(sequence, hash);
		String next = this.early.remove(next());
		while (next != null && next() < this.failedAt) {
			this.acknowledged = new Head(next(), next);
			next = this.early.remove(next());
		}
	}

	/** The oldest event that is not acknowledged. */
	private long next() {
		return (this.acknowledged.sequence() > 0) ? this.acknowledged.sequence() + 1
				: this.boarded.isEmpty() ? 0 : this.boarded.firstKey();
	}

	synchronized void fail(long sequence) {
		this.failedAt = Math.min(this.failedAt, sequence);
	}

	synchronized boolean failed() {
		return this.failedAt < Long.MAX_VALUE;
	}

	/**
	 * Whether nothing can be expected of this flight any more.
	 * @return true if it has failed and all that left before is acknowledged
	 */
	synchronized boolean over() {
		return failed() && next() >= this.failedAt;
	}

	synchronized boolean complete() {
		return this.acknowledged.sequence() >= this.head.sequence();
	}

	/**
	 * How long the oldest unacknowledged event has been waiting.
	 * @return nanoseconds
	 */
	synchronized long age() {
		return complete() ? 0 : System.nanoTime() - this.waitingSince;
	}

	/**
	 * Since when the oldest unacknowledged event has been waiting.
	 * @return as by {@link System#nanoTime()}
	 */
	synchronized long waitingSince() {
		return this.waitingSince;
	}

	synchronized Head acknowledged() {
		return this.acknowledged;
	}

	synchronized void settle(long markedVersion) {
		this.settledVersion = markedVersion;
	}

	/**
	 * Whether everything is marked in the store.
	 * @return true if nothing has been written since the mark
	 */
	synchronized boolean settled() {
		return this.settledVersion == this.version;
	}

	synchronized PublishedMark mark(String order) {
		return new PublishedMark(order, this.version, complete() ? this.head : this.acknowledged);
	}

}
