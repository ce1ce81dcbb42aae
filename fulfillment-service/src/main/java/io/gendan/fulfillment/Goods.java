package io.gendan.fulfillment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.ProductionProgressed;
import io.gendan.contract.fulfillment.ProductionScheduled;
import io.gendan.contract.fulfillment.ShortLine;
import io.gendan.contract.fulfillment.StockLine;
import org.jspecify.annotations.Nullable;

/**
 * How far the goods of an order are there.
 *
 * @param reserved what is set aside for the order
 * @param complete whether that covers every line
 * @param production production of the rest, null when stock covers all or nothing is
 * reserved yet
 * @param released whether what was set aside is free again (FUL-7)
 * @param delayTold latest forecast that was told as a delay, null if none was (FUL-3)
 */
public record Goods(List<StockLine> reserved, boolean complete, @Nullable Production production, boolean released,
		@Nullable LocalDate delayTold) {

	static final Goods NONE = new Goods(List.of(), false, null, false, null);

	public Goods {
		reserved = List.copyOf(reserved);
	}

	Goods allReserved(List<StockLine> lines) {
		return new Goods(lines, true, this.production, this.released, this.delayTold);
	}

	Goods shortOf(List<StockLine> ordered, List<ShortLine> shortLines) {
		Map<Integer, Quantity> missing = new HashMap<>();
		shortLines.forEach((line) -> missing.put(line.line(), line.missing()));
		List<StockLine> covered = new ArrayList<>();
		for (StockLine line : ordered) {
			Quantity rest = line.quantity().minus(missing.getOrDefault(line.line(), Quantity.of(0)));
			if (rest.signum() > 0) {
				covered.add(new StockLine(line.line(), line.item(), rest));
			}
		}
		return new Goods(covered, false, this.production, this.released, this.delayTold);
	}

	Goods scheduled(ProductionScheduled scheduled) {
		return new Goods(this.reserved, this.complete,
				new Production(scheduled.lines(), 0, null, scheduled.expectedCompletion()), this.released,
				this.delayTold);
	}

	Goods progressed(ProductionProgressed progress) {
		return new Goods(this.reserved, this.complete, Production.progressed(this.production, progress), this.released,
				this.delayTold);
	}

	Goods delayed(LocalDate expected) {
		return new Goods(this.reserved, this.complete, this.production, this.released, expected);
	}

	Goods stopped() {
		return new Goods(this.reserved, this.complete, null, this.released, this.delayTold);
	}

	Goods free() {
		return new Goods(List.of(), this.complete, this.production, true, this.delayTold);
	}

}
