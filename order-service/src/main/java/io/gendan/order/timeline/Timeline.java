package io.gendan.order.timeline;

import java.time.Instant;
import java.util.List;

/**
 * The whole story of an order, cause before effect.
 *
 * @param order order number
 * @param version grows with every change
 * @param entries the events
 */
record Timeline(String order, long version, List<TimelineEntry> entries) {

	Timeline {
		entries = entries.stream().sorted(TimelineEntry.CAUSAL).toList();
	}

	/**
	 * The story as it stood.
	 * @param instant a moment, inclusive
	 * @return the entries up to then
	 */
	Timeline asOf(Instant instant) {
		return new Timeline(this.order, this.version,
				this.entries.stream().filter((entry) -> !entry.time().isAfter(instant)).toList());
	}

}
