package io.gendan.messaging.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.gendan.contract.Envelope;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.contract.order.ChainHead;
import io.gendan.messaging.ledger.Discarded;
import io.gendan.messaging.ledger.Entry;
import io.gendan.messaging.ledger.Head;
import io.gendan.messaging.ledger.OrderInbox;
import io.gendan.messaging.ledger.Parked;
import io.gendan.messaging.ledger.Passed;
import org.jspecify.annotations.Nullable;

/**
 * How far one order has heard of every other service during a batch: what came last, what
 * waits for its predecessor, what is passed over.
 */
final class InboxMarks {

	private final OrderInbox before;

	private KeptHashes kept;

	private final Map<Service, Head> heads = new EnumMap<>(Service.class);

	private final WaitingEvents waiting;

	private final DiscardedEvents discarded;

	private final Map<Service, Passed> passed = new EnumMap<>(Service.class);

	InboxMarks(OrderInbox before, KeptHashes kept) {
		this.before = before;
		this.kept = kept;
		this.heads.putAll(before.heads());
		this.waiting = new WaitingEvents(before.parked());
		this.discarded = new DiscardedEvents(before.discarded());
		this.passed.putAll(before.passed());
	}

	/**
	 * Why an event cannot be the next of its service. What somebody has decided to pass
	 * over before it is passed over.
	 * @param envelope the event
	 * @return duplicate, rejected or parked, null if it is the next
	 */
	@Nullable Verdict objection(Envelope envelope) {
		Head seen = head(envelope.source());
		if (envelope.sequence() <= seen.sequence()) {
			return isAnother(envelope, seen) ? conflict(envelope) : Verdict.DUPLICATE;
		}
		if (envelope.sequence() > seen.sequence() + 1 && !passOver(envelope)) {
			return Verdict.parked("event %d of %s came, event %d is the next expected".formatted(envelope.sequence(),
					envelope.source().label(), seen.sequence() + 1));
		}
		if (!envelope.prevHash().equals(head(envelope.source()).hash())) {
			return Verdict.rejected("CHAIN_BROKEN", "its prevhash is not the hash of event %d of %s"
				.formatted(envelope.sequence() - 1, envelope.source().label()));
		}
		return null;
	}

	/**
	 * Keeps an event until its predecessor is there.
	 * @param event the event
	 * @param now when it came
	 * @param gap the verdict if it can wait here
	 * @return the same, or a rejection
	 */
	Verdict park(RecordedEvent event, Instant now, Verdict gap) {
		Envelope other = this.waiting.like(event.envelope()).orElse(null);
		if (other != null) {
			return other.hash().equals(event.envelope().hash()) ? gap : conflict(event.envelope());
		}
		return this.waiting.add(event, now) ? gap
				: Verdict.rejected("GAP", gap.detail() + ", and too much waits here already");
	}

	/**
	 * The parked event whose turn it is.
	 * @param source a service
	 * @return the event, or empty if nothing waits or what comes before it is missing
	 */
	Optional<RecordedEvent> ready(Service source) {
		return this.waiting.first(source).map(Parked::event).filter((event) -> {
			long next = head(source).sequence() + 1;
			return event.envelope().sequence() == next || passOver(event.envelope());
		});
	}

	WaitingEvents waiting() {
		return this.waiting;
	}

	/**
	 * Takes down that an event shall have no effect.
	 * @param decision the decision
	 */
	void discard(Discarded decision) {
		if (decision.sequence() > head(decision.source()).sequence() && !this.discarded.holds(decision.hash())) {
			this.discarded.add(decision);
			this.waiting.remove((waits) -> waits.hash().equals(decision.hash()));
		}
	}

	/**
	 * Remembers what the order keeps from now on.
	 * @param entries new lines of the ledger
	 */
	void keep(List<Entry> entries) {
		this.kept = this.kept.with(entries);
	}

	/**
	 * Whether an event came by without an effect, since nobody listened to its type.
	 * @param envelope the event
	 * @return false if it has taken effect, is discarded, or has not come yet
	 */
	boolean hasPassedBy(Envelope envelope) {
		Head seen = head(envelope.source());
		return envelope.sequence() <= seen.sequence() && !this.kept.holds(envelope)
				&& !passed(envelope.source()).contradicts(envelope)
				&& (envelope.sequence() < seen.sequence() || envelope.hash().equals(seen.hash()))
				&& !this.discarded.holds(envelope);
	}

	/** What has had no effect is remembered by its hash alone. */
	void moveTo(Envelope envelope) {
		if (!this.kept.holds(envelope)) {
			this.passed.merge(envelope.source(), Passed.NONE.with(envelope), (before, one) -> before.with(envelope));
		}
		this.heads.put(envelope.source(), new Head(envelope.sequence(), envelope.hash()));
		this.waiting.remove((waits) -> waits.id().equals(envelope.id()));
	}

	boolean moved() {
		return !toInbox().equals(this.before);
	}

	OrderInbox toInbox() {
		return new OrderInbox(this.heads, this.waiting.all(), this.discarded.all(), this.passed);
	}

	/**
	 * Events that a person had been told of and that have gone on since.
	 * @return what was parked before the batch and is not any more, discarded ones left
	 * out
	 */
	List<RecordedEvent> gone() {
		return this.before.parked()
			.stream()
			.filter(Parked::told)
			.map(Parked::event)
			.filter((event) -> event.envelope().sequence() <= head(event.envelope().source()).sequence())
			.filter((event) -> !this.discarded.holds(event.envelope().hash()))
			.toList();
	}

	/**
	 * The chain heads of all services.
	 * @param own the service itself
	 * @param ownHead its last event
	 * @param received an event that is just being taken, null for none
	 * @return one per service that has been heard of
	 */
	List<ChainHead> heads(Service own, Head ownHead, @Nullable Envelope received) {
		Map<Service, Head> all = new EnumMap<>(Service.class);
		all.putAll(this.heads);
		all.put(own, ownHead);
		if (received != null) {
			all.put(received.source(), new Head(received.sequence(), received.hash()));
		}
		List<ChainHead> heads = new ArrayList<>(all.size());
		all.forEach((service, head) -> {
			if (head.sequence() > 0) {
				heads.add(new ChainHead(service.label(), head.sequence(), head.hash()));
			}
		});
		return heads;
	}

	private Head head(Service source) {
		return this.heads.getOrDefault(source, Head.NONE);
	}

	/** What is safe here and waits is not passed over with what is missing. */
	private boolean passOver(Envelope next) {
		Discarded last = this.discarded.upTo(next, head(next.source()));
		if (last == null || waitsUpTo(last)) {
			return false;
		}
		this.heads.put(next.source(), new Head(last.sequence(), last.hash()));
		return true;
	}

	private boolean waitsUpTo(Discarded last) {
		return this.waiting.first(last.source())
			.filter((waits) -> waits.event().envelope().sequence() <= last.sequence())
			.isPresent();
	}

	private boolean isAnother(Envelope envelope, Head seen) {
		if (envelope.sequence() == seen.sequence()) {
			return !envelope.hash().equals(seen.hash());
		}
		if (this.kept.holds(envelope)) {
			return this.kept.contradict(envelope);
		}
		return passed(envelope.source()).holds(envelope) ? passed(envelope.source()).contradicts(envelope)
				: this.discarded.contradict(envelope);
	}

	private Passed passed(Service source) {
		return this.passed.getOrDefault(source, Passed.NONE);
	}

	private static Verdict conflict(Envelope envelope) {
		return Verdict.rejected(Verdict.CONFLICT,
				"event %d of %s has been here already, with other content: one of the two is false"
					.formatted(envelope.sequence(), envelope.source().label()));
	}

}
