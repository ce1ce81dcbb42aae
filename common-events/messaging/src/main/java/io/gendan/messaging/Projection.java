package io.gendan.messaging;

import java.util.List;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.engine.Verdict;

/**
 * A reader's picture of the event stream, such as the timeline (ORD-17). The starter
 * feeds it with all events of all six topics in its own consumer group.
 */
public interface Projection {

	/**
	 * Takes the events of one poll: one read, one write. Must be idempotent, and right
	 * for any order of arrival. What cannot be kept, or could not be shown, is rejected
	 * by itself; an exception of the store means that the whole poll comes again.
	 * @param events the events
	 * @return what became of each, in the same sequence
	 */
	List<Verdict> apply(List<RecordedEvent> events);

	/**
	 * Takes events that a person has brought back from the dead letters. Their data may
	 * have been mended, so a projection that can be rebuilt from the topics must keep
	 * them itself.
	 * @param events the events
	 * @return what became of each, in the same sequence
	 */
	default List<Verdict> replay(List<RecordedEvent> events) {
		return apply(events);
	}

}
