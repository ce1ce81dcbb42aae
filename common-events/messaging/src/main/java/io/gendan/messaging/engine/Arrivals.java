package io.gendan.messaging.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.gendan.contract.Envelope;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.messaging.ledger.Discarded;
import io.gendan.messaging.ledger.Parked;
import org.jspecify.annotations.Nullable;

/**
 * What comes from other services for one order during one batch: each event takes effect
 * when its turn has come, and a person is told of one that waits too long.
 */
final class Arrivals {

	private final InboxMarks inbox;

	private final Supplier<Instant> now;

	private final Consumer<RecordedEvent> effect;

	/**
	 * Nothing has come yet.
	 * @param inbox how far the order has heard of the others
	 * @param now the present time
	 * @param effect what an event does whose turn has come
	 */
	Arrivals(InboxMarks inbox, Supplier<Instant> now, Consumer<RecordedEvent> effect) {
		this.inbox = inbox;
		this.now = now;
		this.effect = effect;
	}

	Verdict received(RecordedEvent recorded) {
		Verdict objection = this.inbox.objection(recorded.envelope());
		if (objection != null) {
			return (objection.kind() == Verdict.Kind.PARKED) ? this.inbox.park(recorded, this.now.get(), objection)
					: objection;
		}
		take(recorded);
		goOn(recorded.envelope().source());
		return Verdict.TAKEN;
	}

	/** Takes an event that came by when the stage did not listen to its type yet. */
	Verdict replayed(RecordedEvent recorded) {
		if (!this.inbox.hasPassedBy(recorded.envelope())) {
			return Verdict.DUPLICATE;
		}
		this.effect.accept(recorded);
		return Verdict.TAKEN;
	}

	/** What waits behind a discarded event goes on. */
	void discard(Discarded decision) {
		this.inbox.discard(decision);
		goOn(decision.source());
	}

	/** Takes down that a person knows that an event waits. */
	void told(RecordedEvent event) {
		this.inbox.waiting().told(event);
	}

	/**
	 * Tries events again whose turn it is, and finds those that have waited too long.
	 * @param patience how long an event may wait before a person is told
	 * @return what a person must be told
	 */
	List<Overdue> overdue(Duration patience) {
		List<Overdue> overdue = new ArrayList<>();
		for (Parked waits : this.inbox.waiting().untold()) {
			Envelope envelope = waits.event().envelope();
			Verdict verdict = goOn(envelope.source());
			if (verdict != null) {
				overdue.add(Overdue.of(waits.event(), verdict));
			}
			else if (!waits.since().plus(patience).isAfter(this.now.get())) {
				Verdict gap = this.inbox.objection(envelope);
				if (gap != null && gap.kind() == Verdict.Kind.PARKED) {
					overdue.add(Overdue.of(waits.event(), gap));
				}
			}
		}
		return overdue;
	}

	/**
	 * When a person must be told next that an event waits.
	 * @param patience how long an event may wait
	 * @return an instant, null for never
	 */
	@Nullable Instant overdueAt(Duration patience) {
		return this.inbox.waiting()
			.untold()
			.stream()
			.map((waits) -> this.inbox.ready(waits.event().envelope().source()).isPresent() ? waits.since()
					: waits.since().plus(patience))
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	/** Events that a person had been told of and that have gone on since. */
	List<RecordedEvent> gone() {
		return this.inbox.gone();
	}

	/**
	 * Takes what waited for what has just been taken.
	 * @param source a service
	 * @return why the next cannot be taken though its turn has come, null if nothing is
	 * in its way
	 */
	private @Nullable Verdict goOn(Service source) {
		for (RecordedEvent next = this.inbox.ready(source).orElse(null); next != null; next = this.inbox.ready(source)
			.orElse(null)) {
			Verdict objection = this.inbox.objection(next.envelope());
			if (objection != null) {
				return objection;
			}
			try {
				take(next);
			}
			// It stays where it is; a person is told.
			catch (RuntimeException ex) {
				return Verdict.failed(ex);
			}
		}
		return null;
	}

	private void take(RecordedEvent recorded) {
		this.effect.accept(recorded);
		this.inbox.moveTo(recorded.envelope());
	}

}
