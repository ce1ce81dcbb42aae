package io.gendan.order.timeline;

import java.time.Instant;
import java.util.List;

import io.gendan.messaging.rest.EventData;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of an order as it is shown.
 *
 * @param order order number
 * @param entries what has happened, cause before effect
 */
record TimelineView(String order, List<Item> entries) {

	static TimelineView of(Timeline timeline, EventTitles titles) {
		return new TimelineView(timeline.order(),
				timeline.entries().stream().map((entry) -> Item.of(entry, titles.of(entry.type()))).toList());
	}

	/**
	 * One thing that has happened.
	 *
	 * @param id event id
	 * @param type wire name with version
	 * @param service the service it comes from
	 * @param time when
	 * @param actor who, {@code role/id}
	 * @param clock Lamport clock of the order
	 * @param sequence sequence of the service
	 * @param causationId what caused it
	 * @param title what it is called
	 * @param data payload
	 */
	record Item(String id, String type, String service, Instant time, String actor, long clock, long sequence,
			@Nullable String causationId, EventTitles.Title title, @Schema(type = "object") EventData data) {

		private static Item of(TimelineEntry entry, EventTitles.Title title) {
			return new Item(entry.id(), entry.type(), entry.service().label(), entry.time(), entry.actor(),
					entry.clock(), entry.sequence(), entry.causationId(), title,
					new EventData(entry.type(), entry.data()));
		}

	}

}
