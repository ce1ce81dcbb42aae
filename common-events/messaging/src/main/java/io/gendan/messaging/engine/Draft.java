package io.gendan.messaging.engine;

import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.Envelope;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.ledger.Entry;
import io.gendan.messaging.ledger.Head;

/**
 * What one happening adds to an order: worked out as a whole before any of it counts.
 *
 * @param entries new lines of the ledger
 * @param head the last own event afterwards
 * @param lamport highest Lamport clock afterwards
 * @param state the state afterwards
 * @param <S> the state of the stage
 */
record Draft<S>(List<Entry> entries, Head head, long lamport, S state) {

	/**
	 * What it adds to the document.
	 * @return bytes
	 */
	long bytes() {
		return this.entries.stream().mapToLong(Entry::bytes).sum();
	}

	/**
	 * The draft with one more own event.
	 * @param recorded the event
	 * @param after the state after it
	 * @return a new draft
	 */
	Draft<S> with(RecordedEvent recorded, S after) {
		List<Entry> more = new ArrayList<>(this.entries);
		more.add(new Entry(true, recorded));
		Envelope envelope = recorded.envelope();
		return new Draft<>(more, new Head(envelope.sequence(), envelope.hash()), envelope.clock(), after);
	}

}
