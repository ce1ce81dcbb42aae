package io.gendan.messaging.engine;

import java.util.Arrays;
import java.util.List;

import io.gendan.contract.Envelope;
import io.gendan.contract.Service;
import io.gendan.messaging.ledger.Entry;
import io.gendan.messaging.ledger.Passed;

/**
 * The hashes of the received events that an order keeps, so that an event that comes with
 * a known sequence is known again, or seen to be another. The first 64 bits of each are
 * enough for that and take little memory.
 */
final class KeptHashes {

	private static final KeptHashes NONE = new KeptHashes(new long[0]);

	/** Event and hash in turn. */
	private final long[] pairs;

	private KeptHashes(long[] pairs) {
		this.pairs = pairs;
	}

	static KeptHashes of(List<Entry> entries) {
		return NONE.with(entries);
	}

	KeptHashes with(List<Entry> added) {
		List<Envelope> received = added.stream()
			.filter((entry) -> !entry.own())
			.map((entry) -> entry.event().envelope())
			.toList();
		if (received.isEmpty()) {
			return this;
		}
		int next = this.pairs.length;
		long[] all = Arrays.copyOf(this.pairs, next + 2 * received.size());
		for (Envelope envelope : received) {
			all[next++] = event(envelope);
			all[next++] = Passed.print(envelope);
		}
		return new KeptHashes(all);
	}

	/**
	 * Whether an event with this sequence of this service is kept.
	 * @param envelope an event
	 * @return true if it is, or another in its place
	 */
	boolean holds(Envelope envelope) {
		return indexOf(envelope) >= 0;
	}

	/**
	 * Whether another event is kept in the place of this one.
	 * @param envelope an event
	 * @return false if it is the same, or nothing is kept there
	 */
	boolean contradict(Envelope envelope) {
		int index = indexOf(envelope);
		return index >= 0 && this.pairs[index + 1] != Passed.print(envelope);
	}

	private int indexOf(Envelope envelope) {
		long event = event(envelope);
		for (int i = 0; i < this.pairs.length; i += 2) {
			if (this.pairs[i] == event) {
				return i;
			}
		}
		return -1;
	}

	/** Only in memory, where the order of the services does not change. */
	@SuppressWarnings("EnumOrdinal")
	private static long event(Envelope envelope) {
		return envelope.sequence() * Service.values().length + envelope.source().ordinal();
	}

}
