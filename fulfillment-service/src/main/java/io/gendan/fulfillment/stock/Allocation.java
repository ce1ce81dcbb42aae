package io.gendan.fulfillment.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.StockLine;

/**
 * Who gets what of the stock: in the order of order numbers and lines, each what there is
 * (FUL-1). Pure; what an order has already claimed is read back, never claimed again.
 *
 * @param reservations what each order gets
 * @param changed the stock items as they must be written for that
 */
record Allocation(List<Reservation> reservations, List<StockItem> changed) {

	/**
	 * Allocates.
	 * @param orders ordered lines by order number
	 * @param stock the items that there are, by stock code
	 * @param recorded reservations already recorded of the orders that claim these items
	 * @return the allocation
	 */
	static Allocation of(SortedMap<String, List<StockLine>> orders, Map<String, StockItem> stock,
			Map<String, Reservation> recorded) {
		Map<String, StockItem> present = new HashMap<>();
		stock.forEach((item, stockItem) -> present.put(item, stockItem.settled(recorded)));
		Set<String> changed = new LinkedHashSet<>();
		List<Reservation> reservations = new ArrayList<>();
		orders.forEach((order, lines) -> {
			List<StockLine> reserved = new ArrayList<>();
			for (StockLine line : lines) {
				StockItem item = present.get(line.item());
				if (item == null) {
					continue;
				}
				Quantity quantity = item.claimed(order, line.line());
				if (quantity.signum() == 0) {
					quantity = line.quantity().min(item.available());
					if (quantity.signum() > 0) {
						present.put(line.item(), item.claim(new Claim(order, line.line(), quantity)));
						changed.add(line.item());
					}
				}
				if (quantity.signum() > 0) {
					reserved.add(new StockLine(line.line(), line.item(), quantity));
				}
			}
			reservations.add(new Reservation(order, reserved));
		});
		return new Allocation(reservations, changed.stream().map(present::get).toList());
	}

}
