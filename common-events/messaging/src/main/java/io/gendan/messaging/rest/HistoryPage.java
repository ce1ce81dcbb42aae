package io.gendan.messaging.rest;

import java.time.Instant;
import java.util.List;

import io.gendan.contract.Envelope;
import io.gendan.messaging.HistoryEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of what has happened to something, the newest first.
 *
 * @param items what has happened
 * @param next for the parameter {@code before} of the next page, null on the last
 */
public record HistoryPage(List<Item> items, @Nullable Long next) {

	static HistoryPage of(List<HistoryEntry> entries) {
		List<Item> items = entries.stream().map(Item::of).toList();
		boolean more = !items.isEmpty() && items.getLast().number() > 1;
		return new HistoryPage(items, more ? items.getLast().number() : null);
	}

	/**
	 * Something that has happened.
	 *
	 * @param number counted from 1
	 * @param at when
	 * @param by role and user, or the policy that did it
	 * @param type what, the wire name of the event
	 * @param data old and new, as the event has them
	 */
	public record Item(long number, Instant at, String by, String type, @Schema(type = "object") EventData data) {

		static Item of(HistoryEntry entry) {
			Envelope envelope = entry.event().envelope();
			return new Item(entry.number(), envelope.time(), envelope.actor().toString(), envelope.type(),
					new EventData(envelope.type(), entry.event().data()));
		}

	}

}
