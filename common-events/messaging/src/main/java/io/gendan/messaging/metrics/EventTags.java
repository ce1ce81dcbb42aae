package io.gendan.messaging.metrics;

import io.gendan.contract.EventCatalogue;

/** What labels metrics may take from events. */
public final class EventTags {

	private static final String UNKNOWN = "unknown";

	private EventTags() {
	}

	/**
	 * The type as a label. Types this version does not know share one: whoever may write
	 * a topic must not be able to fill the memory of its readers with time series.
	 * @param type wire name with version
	 * @return the name if the catalogue has it
	 */
	public static String type(String type) {
		return EventCatalogue.find(type).isPresent() ? type : UNKNOWN;
	}

}
