package io.gendan.fulfillment.rest;

import io.gendan.contract.Quantity;
import io.gendan.fulfillment.stock.StockItem;

/**
 * The stock of an item as clients see it. Goods that have left stay counted in both
 * received and reserved.
 *
 * @param item stock code
 * @param received everything that ever came in, corrected and less what was written off
 * @param reserved everything that was ever set aside
 * @param available what can still be set aside
 */
record StockView(String item, Quantity received, Quantity reserved, Quantity available) {

	static StockView of(StockItem item) {
		return new StockView(item.item(), item.received(), item.reserved(), item.available());
	}

}
