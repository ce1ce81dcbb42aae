package io.gendan.messaging.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.gendan.contract.Envelope;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.contract.order.ChainHead;
import io.gendan.messaging.budget.Weight;
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

	/** The document of an order must stay far below the 16 MB it may have. */
	private static final long PARKED_BYTES = 1024 * 1024;

	private final OrderInbox before;

	private KeptHashes kept;

	private final Map<Service, Head> heads = new EnumMap<>(Service.class);

	private final List<Parked> parked;

	private final List<Discarded> discarded;

	private final Map<Service, Passed> passed = new EnumMap<>(Service.class);

	InboxMarks(OrderInbox before, KeptHashes kept) {
		this.before = before;
		this.kept = kept;
		this.heads.putAll(before.heads());
		this.parked = new ArrayList<>(before.parked());
		this.discarded = new ArrayList<>(before.discarded());
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
		for (Parked waits : this.parked) {
			Envelope other = waits.event().envelope();
			if (other.id().equals(event.envelope().id())) {
				return other.hash().equals(event.envelope().hash()) ? gap : conflict(event.envelope());
			}
		}
		long bytes = this.parked.stream().mapToLong((waits) -> Weight.of(waits.event())).sum();
		if (bytes + Weight.of(event) > PARKED_BYTES) {
			return Verdict.rejected("GAP", gap.detail() + ", and too much waits here already");
		}
		this.parked.add(new Parked(event, now, false));
		return gap;
	}

	/**
	 * The parked event whose turn it is.
	 * @param source a service
	 * @return the event, or empty if nothing waits or what comes before it is missing
	 */
	Optional<RecordedEvent> ready(Service source) {
		return first(source).map(Parked::event).filter((event) -> {
			long next = head(source).sequence() + 1;
			return event.envelope().sequence() == next || passOver(event.envelope());
		});
	}

	/**
	 * The parked events that come first, one per service.
	 * @return those of which nobody has been told
	 */
	List<Parked> untold() {
		return this.parked.stream()
			.map((waits) -> waits.event().envelope().source())
			.distinct()
			.flatMap((source) -> first(source).stream())
			.filter((waits) -> !waits.told())
			.toList();
	}

	/**
	 * Takes down that a person has been told.
	 * @param event a parked event
	 */
	void told(RecordedEvent event) {
		this.parked.replaceAll((waits) -> waits.event().equals(event) ? new Parked(event, waits.since(), true) : waits);
	}

	/**
	 * Takes down that an event shall have no effect.
	 * @param decision the decision
	 */
	void discard(Discarded decision) {
		if (decision.sequence() > head(decision.source()).sequence()
				&& this.discarded.stream().noneMatch((other) -> other.hash().equals(decision.hash()))) {
			this.discarded.add(decision);
			this.parked.removeIf((waits) -> waits.event().envelope().hash().equals(decision.hash()));
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
				&& this.discarded.stream()
					.noneMatch((decision) -> decision.source() == envelope.source()
							&& decision.sequence() == envelope.sequence());
	}

	/** What has had no effect is remembered by its hash alone. */
	void moveTo(Envelope envelope) {
		if (!this.kept.holds(envelope)) {
			this.passed.merge(envelope.source(), Passed.NONE.with(envelope), (before, one) -> before.with(envelope));
		}
		this.heads.put(envelope.source(), new Head(envelope.sequence(), envelope.hash()));
		this.parked.removeIf((waits) -> waits.event().envelope().id().equals(envelope.id()));
	}

	boolean moved() {
		return !toInbox().equals(this.before);
	}

	OrderInbox toInbox() {
		return new OrderInbox(this.heads, this.parked, this.discarded, this.passed);
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
			.filter((event) -> this.discarded.stream()
				.noneMatch((decision) -> decision.hash().equals(event.envelope().hash())))
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

	private Optional<Parked> first(Service source) {
		return this.parked.stream()
			.filter((waits) -> waits.event().envelope().source() == source)
			.min(Comparator.comparingLong((waits) -> waits.event().envelope().sequence()));
	}

	/**
	 * Passes over what lies before an event, if all of it is discarded. That the
	 * discarded ones belong there is known from the event: its prevhash names the last of
	 * them, and so on. A record that only pretends to stand in the chain moves nothing.
	 */
	private boolean passOver(Envelope next) {
		Head seen = head(next.source());
		Discarded last = null;
		String hash = next.prevHash();
		for (long sequence = next.sequence() - 1; sequence > seen.sequence(); sequence--) {
			Discarded decision = decision(next.source(), sequence, hash);
			if (decision == null) {
				return false;
			}
			last = (last != null) ? last : decision;
			hash = decision.prevHash();
			if (decision.withMissing()) {
				hash = seen.hash();
				break;
			}
		}
		if (last == null || !hash.equals(seen.hash()) || waitsUpTo(last)) {
			return false;
		}
		this.heads.put(next.source(), new Head(last.sequence(), last.hash()));
		return true;
	}

	/** What is safe here and waits is not passed over with what is missing. */
	private boolean waitsUpTo(Discarded last) {
		return first(last.source()).filter((waits) -> waits.event().envelope().sequence() <= last.sequence())
			.isPresent();
	}

	private @Nullable Discarded decision(Service source, long sequence, String hash) {
		for (Discarded decision : this.discarded) {
			if (decision.source() == source && decision.sequence() == sequence && decision.hash().equals(hash)) {
				return decision;
			}
		}
		return null;
	}

	private boolean isAnother(Envelope envelope, Head seen) {
		if (envelope.sequence() == seen.sequence()) {
			return !envelope.hash().equals(seen.hash());
		}
		if (this.kept.holds(envelope)) {
			return this.kept.contradict(envelope);
		}
		return passed(envelope.source()).holds(envelope) ? passed(envelope.source()).contradicts(envelope)
				: isAnotherThanDiscarded(envelope);
	}

	private boolean isAnotherThanDiscarded(Envelope envelope) {
		List<String> hashes = this.discarded.stream()
			.filter((decision) -> decision.source() == envelope.source() && decision.sequence() == envelope.sequence())
			.map(Discarded::hash)
			.toList();
		return !hashes.isEmpty() && !hashes.contains(envelope.hash());
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
