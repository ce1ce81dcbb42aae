package io.gendan.fulfillment.stock;

import java.util.List;

import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.StockLine;

/**
 * What is set aside for an order, once and for all, or was until it was cancelled.
 *
 * @param order order number
 * @param lines what is set aside, only lines with a quantity
 * @param released whether all of it is free again (FUL-7)
 */
record Reservation(String order, List<StockLine> lines, boolean released) {

	Reservation {
		lines = List.copyOf(lines);
	}

	Reservation(String order, List<StockLine> lines) {
		this(order, lines, false);
	}

	/** How much of an item is set aside. */
	Quantity of(String item) {
		return this.lines.stream()
			.filter((line) -> line.item().equals(item))
			.map(StockLine::quantity)
			.reduce(Quantity.of(0), Quantity::plus);
	}

	boolean holds(String item, Claim claim) {
		return !this.released && this.lines.contains(new StockLine(claim.line(), item, claim.quantity()));
	}

}
