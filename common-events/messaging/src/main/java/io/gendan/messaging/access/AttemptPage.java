package io.gendan.messaging.access;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of refused attempts, newest first.
 *
 * @param items the attempts
 * @param next cursor of the next page, null on the last
 */
public record AttemptPage(List<AttemptView> items, @Nullable String next) {

	public AttemptPage {
		items = List.copyOf(items);
	}

}
