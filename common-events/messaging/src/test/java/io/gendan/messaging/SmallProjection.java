package io.gendan.messaging;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.engine.Verdict;

/** Remembers the ids of all events; one order is poison to it until it is healed. */
final class SmallProjection implements Projection {

	private final Set<String> ids = ConcurrentHashMap.newKeySet();

	private volatile String poison = "no order";

	void poisonedBy(String order) {
		this.poison = order;
	}

	boolean knows(String id) {
		return this.ids.contains(id);
	}

	@Override
	public List<Verdict> apply(List<RecordedEvent> events) {
		for (RecordedEvent event : events) {
			if (event.envelope().subject().equals(this.poison)) {
				throw new IllegalStateException("planted");
			}
			this.ids.add(event.envelope().id());
		}
		return events.stream().map((event) -> Verdict.taken()).toList();
	}

}
