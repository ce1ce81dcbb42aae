package io.gendan.messaging.engine;

import java.util.List;

import io.gendan.contract.RecordedEvent;

/** Who is told of events that wait too long; the letters stand at the broker. */
public interface GapAlarm {

	/**
	 * Tells a person.
	 * @param overdue events that wait
	 * @throws RuntimeException if nobody could be told; it is tried again
	 */
	void raise(List<Overdue> overdue);

	/**
	 * What a person had been told of has taken effect.
	 * @param gone the events
	 */
	void clear(List<RecordedEvent> gone);

}
