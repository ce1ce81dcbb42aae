package io.gendan.order.timeline;

import java.time.Instant;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/**
 * The whole story of an order, cause before effect.
 *
 * @param order order number
 * @param version grows with every change
 * @param entries the events
 */
record Timeline(String order, long version, List<TimelineEntry> entries) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

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

	/**
	 * The entries as canonical JSON: equal stories have equal bytes.
	 * @return UTF-8
	 */
	byte[] canonical() {
		return JSON.writeValueAsBytes(this.entries);
	}

}
