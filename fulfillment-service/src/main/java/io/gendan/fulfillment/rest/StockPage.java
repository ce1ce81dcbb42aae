package io.gendan.fulfillment.rest;

import java.util.List;

import io.gendan.fulfillment.stock.StockItem;
import org.jspecify.annotations.Nullable;

/**
 * A page of the stock.
 *
 * @param items the items, by stock code
 * @param next cursor of the next page, null on the last
 */
record StockPage(List<StockView> items, @Nullable String next) {

	/**
	 * A page.
	 * @param found one item more than the page holds, if there is one
	 * @param limit items of a page
	 */
	static StockPage of(List<StockItem> found, int limit) {
		boolean more = found.size() > limit;
		List<StockView> shown = found.stream().limit(limit).map(StockView::of).toList();
		return new StockPage(shown, more ? shown.getLast().item() : null);
	}

}
