package io.gendan.fulfillment.stock;

import java.util.List;

import io.gendan.contract.fulfillment.StockLine;

/**
 * What is set aside for an order, once and for all.
 *
 * @param order order number
 * @param lines what is set aside, only lines with a quantity
 */
record Reservation(String order, List<StockLine> lines) {

	Reservation {
		lines = List.copyOf(lines);
	}

	boolean holds(String item, Claim claim) {
		return this.lines.contains(new StockLine(claim.line(), item, claim.quantity()));
	}

}
