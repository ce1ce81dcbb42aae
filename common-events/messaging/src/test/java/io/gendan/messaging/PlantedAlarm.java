package io.gendan.messaging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.engine.GapAlarm;
import io.gendan.messaging.engine.Overdue;

/** Takes down what a person is told, unless nobody can be told. */
final class PlantedAlarm implements GapAlarm {

	private final List<String> raised = new CopyOnWriteArrayList<>();

	private final List<String> cleared = new CopyOnWriteArrayList<>();

	private volatile boolean away;

	void goAway(boolean goes) {
		this.away = goes;
	}

	/** Reason and event of each alarm. */
	List<String> raised() {
		return List.copyOf(this.raised);
	}

	/** Events that are no longer to be worried about. */
	List<String> cleared() {
		return List.copyOf(this.cleared);
	}

	@Override
	public void raise(List<Overdue> overdue) {
		if (this.away) {
			throw new IllegalStateException("planted");
		}
		overdue.forEach((waits) -> this.raised.add(waits.reason() + " " + waits.event().envelope().id()));
	}

	@Override
	public void clear(List<RecordedEvent> gone) {
		gone.forEach((event) -> this.cleared.add(event.envelope().id()));
	}

}
