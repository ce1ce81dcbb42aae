package io.gendan.fulfillment.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.StockLine;
import io.gendan.fulfillment.Fulfillment;

/**
 * The goods of a cancelled order, told apart by what becomes of them (FUL-7). What is
 * unfit is first taken from what was made, because that has never been in stock.
 *
 * @param ordered the lines of the order
 * @param made what was made for it and is sound
 * @param unfit how much of what was set aside is lost or damaged, by order line
 */
record CancelledGoods(List<StockLine> ordered, List<StockLine> made, Map<Integer, Quantity> unfit) {

	CancelledGoods {
		ordered = List.copyOf(ordered);
		made = List.copyOf(made);
		unfit = Map.copyOf(unfit);
	}

	static CancelledGoods of(Fulfillment state) {
		Map<Integer, Quantity> unfit = new HashMap<>();
		state.unfit().forEach((line) -> unfit.merge(line.line(), line.quantity(), Quantity::plus));
		List<StockLine> made = new ArrayList<>();
		for (StockLine line : state.produced()) {
			Quantity bad = line.quantity().min(unfit.getOrDefault(line.line(), Quantity.of(0)));
			unfit.computeIfPresent(line.line(), (_, all) -> all.minus(bad));
			if (line.quantity().minus(bad).signum() > 0) {
				made.add(less(line, bad));
			}
		}
		return new CancelledGoods(state.demand().lines(), made, unfit);
	}

	/** What is sound of what was set aside. */
	List<StockLine> sound(Reservation reservation) {
		return reservation.lines()
			.stream()
			.map((line) -> less(line, unfit(line)))
			.filter((line) -> line.quantity().signum() > 0)
			.toList();
	}

	/** How much of an item was set aside and is lost or damaged. */
	Quantity unfit(Reservation reservation, String item) {
		return reservation.lines()
			.stream()
			.filter((line) -> line.item().equals(item))
			.map(this::unfit)
			.reduce(Quantity.of(0), Quantity::plus);
	}

	private Quantity unfit(StockLine line) {
		return line.quantity().min(this.unfit.getOrDefault(line.line(), Quantity.of(0)));
	}

	private static StockLine less(StockLine line, Quantity bad) {
		return new StockLine(line.line(), line.item(), line.quantity().minus(bad));
	}

}
