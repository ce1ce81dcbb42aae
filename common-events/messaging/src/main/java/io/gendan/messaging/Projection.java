package io.gendan.messaging;

import java.util.List;

import io.gendan.contract.RecordedEvent;

/**
 * A reader's picture of the event stream, such as the timeline (ORD-17). The starter
 * feeds it with all events of all six topics in its own consumer group.
 */
public interface Projection {

	/**
	 * Takes the events of one poll: one read, one write. Must be idempotent, and right
	 * for any order of arrival between services.
	 * @param events the events, per service and order in sequence
	 */
	void apply(List<RecordedEvent> events);

}
