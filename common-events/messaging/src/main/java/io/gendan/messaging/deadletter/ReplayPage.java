package io.gendan.messaging.deadletter;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of the open letters of an order, as many as were taken at once.
 *
 * @param items what each came to, in sequence
 * @param next cursor to go on with, null if these were the last
 */
public record ReplayPage(List<Replay> items, @Nullable String next) {

	public ReplayPage {
		items = List.copyOf(items);
	}

}
