package io.gendan.messaging.engine;

import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.Envelope;
import io.gendan.contract.Service;
import io.gendan.messaging.ledger.Discarded;
import io.gendan.messaging.ledger.Head;
import org.jspecify.annotations.Nullable;

/** The events of one order that shall have no effect, as somebody has decided. */
final class DiscardedEvents {

	private final List<Discarded> decisions;

	DiscardedEvents(List<Discarded> decisions) {
		this.decisions = new ArrayList<>(decisions);
	}

	void add(Discarded decision) {
		this.decisions.add(decision);
	}

	boolean holds(String hash) {
		return this.decisions.stream().anyMatch((decision) -> decision.hash().equals(hash));
	}

	/**
	 * Whether an event with this sequence of this service is discarded.
	 * @param envelope an event
	 * @return true if it is, or another in its place
	 */
	boolean holds(Envelope envelope) {
		return this.decisions.stream().anyMatch((decision) -> isPlaceOf(decision, envelope));
	}

	/**
	 * Whether another event is discarded in the place of this one.
	 * @param envelope an event
	 * @return false if it is the same, or nothing is discarded there
	 */
	boolean contradict(Envelope envelope) {
		return holds(envelope) && this.decisions.stream()
			.noneMatch((decision) -> isPlaceOf(decision, envelope) && decision.hash().equals(envelope.hash()));
	}

	/**
	 * The last one before an event, if all that lies before it is discarded. That the
	 * discarded ones belong there is known from the event: its prevhash names the last of
	 * them, and so on. A record that only pretends to stand in the chain finds none.
	 * @param next the event
	 * @param seen the last event of its service before
	 * @return the decision, null if something before the event is not discarded
	 */
	@Nullable Discarded upTo(Envelope next, Head seen) {
		Discarded last = null;
		String hash = next.prevHash();
		for (long sequence = next.sequence() - 1; sequence > seen.sequence(); sequence--) {
			Discarded decision = decision(next.source(), sequence, hash);
			if (decision == null) {
				return null;
			}
			last = (last != null) ? last : decision;
			hash = decision.prevHash();
			if (decision.withMissing()) {
				return last;
			}
		}
		return hash.equals(seen.hash()) ? last : null;
	}

	List<Discarded> all() {
		return this.decisions;
	}

	private @Nullable Discarded decision(Service source, long sequence, String hash) {
		for (Discarded decision : this.decisions) {
			if (decision.source() == source && decision.sequence() == sequence && decision.hash().equals(hash)) {
				return decision;
			}
		}
		return null;
	}

	private static boolean isPlaceOf(Discarded decision, Envelope envelope) {
		return decision.source() == envelope.source() && decision.sequence() == envelope.sequence();
	}

}
