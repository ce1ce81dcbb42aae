package io.gendan.messaging.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Envelope;
import io.gendan.contract.Service;
import io.gendan.contract.order.ChainHead;
import io.gendan.messaging.ledger.Head;
import org.jspecify.annotations.Nullable;

/** The last event seen of every other service, for one order. */
final class InboxMarks {

	private final Map<Service, Head> before;

	private final Map<Service, Head> marks = new EnumMap<>(Service.class);

	InboxMarks(Map<Service, Head> before) {
		this.before = before;
		this.marks.putAll(before);
	}

	/**
	 * Why an event cannot be the next of its service.
	 * @param envelope the event
	 * @return duplicate or rejected, null if it is the next
	 */
	@Nullable Verdict objection(Envelope envelope) {
		Head seen = this.marks.getOrDefault(envelope.source(), Head.NONE);
		if (envelope.sequence() <= seen.sequence()) {
			return Verdict.DUPLICATE;
		}
		if (envelope.sequence() > seen.sequence() + 1) {
			return Verdict.rejected("GAP", "event %d of %s came, event %d is the next expected"
				.formatted(envelope.sequence(), envelope.source().label(), seen.sequence() + 1));
		}
		if (!envelope.prevHash().equals(seen.hash())) {
			return Verdict.rejected("CHAIN_BROKEN", "its prevhash is not the hash of event %d of %s"
				.formatted(seen.sequence(), envelope.source().label()));
		}
		return null;
	}

	void moveTo(Envelope envelope) {
		this.marks.put(envelope.source(), new Head(envelope.sequence(), envelope.hash()));
	}

	boolean moved() {
		return !this.marks.equals(this.before);
	}

	Map<Service, Head> toMap() {
		return Map.copyOf(this.marks);
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
		all.putAll(this.marks);
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

}
