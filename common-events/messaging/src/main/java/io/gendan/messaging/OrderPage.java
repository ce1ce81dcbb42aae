package io.gendan.messaging;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items one row per order: {@code order} and the summary fields of the stage
 * @param next cursor of the next page, null on the last
 */
public record OrderPage(List<Map<String, Object>> items, @Nullable String next) implements ListAnswer {

	public OrderPage {
		items = List.copyOf(items);
	}

}
