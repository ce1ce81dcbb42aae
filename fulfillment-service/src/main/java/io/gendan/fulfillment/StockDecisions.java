package io.gendan.fulfillment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.contract.fulfillment.ProductionScheduled;
import io.gendan.contract.fulfillment.ShortLine;
import io.gendan.contract.fulfillment.StockLine;
import io.gendan.contract.fulfillment.StockReleased;
import io.gendan.contract.fulfillment.StockReserved;
import io.gendan.contract.fulfillment.StockShort;
import io.gendan.contract.fulfillment.StockWrittenOff;
import io.gendan.contract.fulfillment.UnfitLine;
import io.gendan.fulfillment.FulfillmentCommand.RecordRelease;
import io.gendan.fulfillment.FulfillmentCommand.RecordReservation;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;

/** What follows from a comparison with stock (FUL-1, FUL-2). */
final class StockDecisions {

	private final ProductionPolicy policy;

	StockDecisions(ProductionPolicy policy) {
		this.policy = policy;
	}

	Outcome<FulfillmentEvent> record(Fulfillment fulfillment, RecordReservation command, Context context) {
		if (fulfillment.phase() != Phase.RESERVING) {
			// The activity may report twice; the first report counts.
			return Outcome.accepted();
		}
		List<ShortLine> missing = missing(fulfillment.demand().lines(), command.reserved());
		if (missing.isEmpty()) {
			return Outcome.accepted(new StockReserved(fulfillment.order(), fulfillment.demand().lines()));
		}
		List<StockLine> produced = missing.stream()
			.map((line) -> new StockLine(line.line(), line.item(), line.missing()))
			.toList();
		LocalDate expected = this.policy.firstForecast(context.now());
		List<FulfillmentEvent> events = new ArrayList<>();
		events.add(new StockShort(fulfillment.order(), missing));
		events.add(new ProductionScheduled(fulfillment.order(), produced, expected));
		DelayWarning
			.of(fulfillment, expected,
					"Stock is short on %d of %d lines".formatted(missing.size(), fulfillment.demand().lines().size()))
			.ifPresent(events::add);
		return new Outcome.Accepted<>(events);
	}

	/** The activity may report twice; the first report counts. */
	static Outcome<FulfillmentEvent> release(Fulfillment fulfillment, RecordRelease command) {
		if (!fulfillment.stockCanBeFreed()) {
			return Outcome.accepted();
		}
		StockReleased released = new StockReleased(fulfillment.order(), command.released());
		List<UnfitLine> unfit = fulfillment.unfit();
		return unfit.isEmpty() ? Outcome.accepted(released)
				: Outcome.accepted(released, new StockWrittenOff(fulfillment.order(), unfit));
	}

	private static List<ShortLine> missing(List<StockLine> ordered, List<StockLine> reserved) {
		Map<Integer, Quantity> covered = new HashMap<>();
		reserved.forEach((line) -> covered.merge(line.line(), line.quantity(), Quantity::plus));
		List<ShortLine> missing = new ArrayList<>();
		for (StockLine line : ordered) {
			Quantity rest = line.quantity().minus(covered.getOrDefault(line.line(), Quantity.of(0)));
			if (rest.signum() > 0) {
				missing.add(new ShortLine(line.line(), line.item(), line.quantity(), rest));
			}
		}
		return missing;
	}

}
