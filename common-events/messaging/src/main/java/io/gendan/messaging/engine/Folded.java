package io.gendan.messaging.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.Envelope;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.budget.Weight;
import io.gendan.messaging.ledger.Entry;
import io.gendan.messaging.ledger.Head;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerChange;
import io.gendan.messaging.ledger.OrderInbox;
import io.gendan.messaging.ledger.Paged;
import io.gendan.messaging.ledger.UsedKey;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger comes to: the state of the order and what the next decision needs,
 * without the events behind it.
 *
 * @param order subject: the order number, for other kinds of streams with its kind
 * @param version version of the document, 0 if there is none yet
 * @param write token of the write that made it so, 0 if there was none
 * @param length entries of the ledger, those in pages among them
 * @param paged what has gone to pages
 * @param bytes size of the document
 * @param begunAt time of the first entry, null if there is none
 * @param state the state of the stage
 * @param clock highest Lamport clock seen
 * @param head the last own event
 * @param published sequence up to which own events are known to be acknowledged
 * @param unpublished own events after that, in sequence
 * @param inbox how far it has heard of other services
 * @param kept hashes of the received events it keeps
 * @param keys idempotency keys that have taken effect
 * @param <S> the state of the stage
 */
record Folded<S>(String order, long version, long write, long length, Paged paged, long bytes,
		@Nullable Instant begunAt, S state, long clock, Head head, long published, List<RecordedEvent> unpublished,
		OrderInbox inbox, KeptHashes kept, List<UsedKey> keys) {

	/** Map entry, version, keys, marks: what every order costs, however small it is. */
	private static final int ALWAYS = 1024;

	/** Objects and Java texts take about twice the JSON they were read from. */
	private static final int SPREAD = 2;

	/**
	 * What remembering it costs. A state holds what it needs of the data of its events;
	 * of their envelopes nothing is held but those of events that wait to leave.
	 * @return bytes of heap, rather too many than too few
	 */
	long weight() {
		long envelopes = Weight.ENVELOPE * (this.length - this.paged.length() - this.unpublished.size());
		return ALWAYS + SPREAD * Math.max(0, this.bytes - envelopes);
	}

	/**
	 * The size of the events in its document.
	 * @return bytes
	 */
	long entryBytes() {
		return this.bytes - this.paged.bytes() - this.keys.stream().mapToLong(UsedKey::bytes).sum();
	}

	/**
	 * Folds a ledger.
	 * @param ledger what was read
	 * @param states folds events
	 * @return the order as it stands
	 */
	static <S> Folded<S> of(Ledger ledger, States<S> states) {
		List<Entry> entries = ledger.entries();
		S state = states.after(states.paged(ledger), entries);
		Instant begun = ledger.paged().begunAt();
		if (begun == null && !entries.isEmpty()) {
			begun = entries.getFirst().event().envelope().time();
		}
		return new Folded<>(ledger.order(), ledger.version(), ledger.write(), ledger.length(), ledger.paged(),
				ledger.bytes(), begun, state, ledger.clock(), ledger.head(), ledger.published(), ledger.unpublished(),
				ledger.inbox(), KeptHashes.of(entries), ledger.keys());
	}

	/**
	 * The order after a write.
	 * @param change what was written
	 * @param after the state it leads to
	 * @return the order as it stands then
	 */
	Folded<S> after(LedgerChange change, S after) {
		List<Entry> added = change.added();
		List<RecordedEvent> tail = new ArrayList<>(this.unpublished);
		added.stream().filter(Entry::own).map(Entry::event).forEach(tail::add);
		List<UsedKey> allKeys = new ArrayList<>(change.forgetting() ? List.of() : this.keys);
		allKeys.addAll(change.keys());
		Instant begun = (this.begunAt != null || added.isEmpty()) ? this.begunAt
				: added.getFirst().event().envelope().time();
		return new Folded<>(this.order, this.version + 1, change.write(), this.length + added.size(), this.paged,
				change.bytes(), begun, after, change.clock(), change.head(), this.published, List.copyOf(tail),
				change.inbox(), this.kept.with(added), List.copyOf(allKeys))
			.published(change.published());
	}

	/**
	 * The same order when more is known to be acknowledged.
	 * @param acknowledged an event of this order, perhaps of a history that the store has
	 * lost: believed only if it is one of the events that wait here
	 * @return this if that is no news
	 */
	Folded<S> published(Head acknowledged) {
		for (RecordedEvent event : this.unpublished) {
			Envelope envelope = event.envelope();
			if (envelope.sequence() == acknowledged.sequence() && envelope.hash().equals(acknowledged.hash())) {
				return published(acknowledged.sequence());
			}
		}
		return this;
	}

	/**
	 * The same order when it is known to be acknowledged further, by another instance
	 * perhaps.
	 * @param sequence sequence of an own event that is
	 * @return this if that is no news
	 */
	private Folded<S> published(long sequence) {
		if (sequence <= this.published) {
			return this;
		}
		return new Folded<>(this.order, this.version, this.write, this.length, this.paged, this.bytes, this.begunAt,
				this.state, this.clock, this.head, sequence,
				this.unpublished.stream().filter((event) -> event.envelope().sequence() > sequence).toList(),
				this.inbox, this.kept, this.keys);
	}

	/**
	 * The same order, knowing also what another memory of it knows to be acknowledged.
	 * @param other the same order after as many writes or fewer
	 * @return this if that is no news
	 */
	Folded<S> publishedLike(Folded<?> other) {
		return published(other.published());
	}

}
