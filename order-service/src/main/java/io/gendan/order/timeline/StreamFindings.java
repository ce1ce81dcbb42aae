package io.gendan.order.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Envelope;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.topic.TopicRecord;

/**
 * Gathers what a rebuild finds wrong with the stream itself (ORD-21). Safe for threads.
 */
final class StreamFindings {

	private static final int EXAMPLES = 100;

	private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

	private final List<Finding> examples = new ArrayList<>();

	synchronized void add(Kind kind, String event) {
		this.counts.merge(kind, 1L, Long::sum);
		if (this.examples.size() < EXAMPLES) {
			this.examples.add(new Finding(kind, event));
		}
	}

	void rejected(Envelope event, Verdict verdict) {
		add(switch (String.valueOf(verdict.reason())) {
			case "CONFLICT" -> Kind.CONFLICT;
			case "MALFORMED" -> Kind.MALFORMED;
			default -> Kind.REFUSED;
		}, event.id());
	}

	void malformed(TopicRecord record) {
		add(Kind.MALFORMED, record.toString());
	}

	void doubtful(TopicRecord record) {
		add(Kind.SIGNATURE, record.toString());
	}

	synchronized boolean has(Kind kind) {
		return this.counts.containsKey(kind);
	}

	/**
	 * Checks that the events of each service are gapless from the first, and that each
	 * names the hash of the one before.
	 * @param order order number
	 * @param marks of its events, in any sequence
	 */
	void verify(String order, List<String> marks) {
		List<Mark> sorted = marks.stream().map(Mark::of).sorted(Mark.IN_SEQUENCE).toList();
		for (int i = 0; i < sorted.size(); i++) {
			Mark mark = sorted.get(i);
			Mark before = (i > 0 && sorted.get(i - 1).service() == mark.service()) ? sorted.get(i - 1) : Mark.NONE;
			if (mark.sequence() != before.sequence() + 1) {
				add(Kind.GAP, Envelope.id(mark.service(), order, mark.sequence()));
			}
			else if (mark.before() != before.hash()) {
				add(Kind.BROKEN_CHAIN, Envelope.id(mark.service(), order, mark.sequence()));
			}
		}
	}

	synchronized Report report() {
		return new Report(Map.copyOf(this.counts), List.copyOf(this.examples));
	}

	/** What can be wrong with an event. */
	enum Kind {

		/** Another event stands before it under the same number. */
		CONFLICT,

		/** The event before it is missing. */
		GAP,

		/** It does not name the hash of the event before it. */
		BROKEN_CHAIN,

		/** It is no event, or its data do not fit its type. */
		MALFORMED,

		/**
		 * Its service has not signed it; it is left out where signatures are required.
		 */
		SIGNATURE,

		/** The store does not take it. */
		REFUSED

	}

	/**
	 * Something wrong.
	 *
	 * @param kind what
	 * @param event event id, or topic, partition and offset of what is none, or has its
	 * id from a stranger
	 */
	record Finding(Kind kind, String event) {
	}

	/**
	 * What was wrong.
	 *
	 * @param counts how often, by kind
	 * @param examples the first 100
	 */
	record Report(Map<Kind, Long> counts, List<Finding> examples) {

		static final Report NOTHING = new Report(Map.of(), List.of());

	}

}
