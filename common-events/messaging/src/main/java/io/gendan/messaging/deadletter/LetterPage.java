package io.gendan.messaging.deadletter;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of dead letters, newest first.
 *
 * @param items the letters
 * @param next cursor of the next page, null on the last
 */
public record LetterPage(List<LetterView> items, @Nullable String next) {

	public LetterPage {
		items = List.copyOf(items);
	}

}
