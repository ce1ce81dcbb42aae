package io.gendan.fulfillment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;
import io.gendan.contract.fulfillment.DeliveryDelayed;
import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.contract.fulfillment.GoodsPacked;
import io.gendan.contract.fulfillment.GoodsReworked;
import io.gendan.contract.fulfillment.PackingWithdrawn;
import io.gendan.contract.fulfillment.ProductionProgressed;
import io.gendan.contract.fulfillment.ProductionScheduled;
import io.gendan.contract.fulfillment.ProductionStopped;
import io.gendan.contract.fulfillment.QualityFailed;
import io.gendan.contract.fulfillment.QualityPassed;
import io.gendan.contract.fulfillment.StockReleased;
import io.gendan.contract.fulfillment.StockReserved;
import io.gendan.contract.fulfillment.StockShort;
import io.gendan.contract.fulfillment.StockWrittenOff;
import io.gendan.contract.logistics.DispatchStopped;
import io.gendan.contract.logistics.GoodsReturned;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.StopOrdered;
import io.gendan.fulfillment.FulfillmentCommand.InspectQuality;
import io.gendan.fulfillment.FulfillmentCommand.Pack;
import io.gendan.fulfillment.FulfillmentCommand.RecordRelease;
import io.gendan.fulfillment.FulfillmentCommand.RecordReservation;
import io.gendan.fulfillment.FulfillmentCommand.ReportProgress;
import io.gendan.fulfillment.FulfillmentCommand.Rework;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.Stage;

/**
 * The third stage: from the confirmed order to the packed goods. A confirmed order first
 * waits for its reservation, which an activity makes and reports (FUL-1).
 */
public final class FulfillmentStage implements Stage<Fulfillment, FulfillmentCommand, FulfillmentEvent> {

	private final StockDecisions stock;

	private final ProductionDecisions production;

	private final PackingDecisions packing;

	public FulfillmentStage(ProductionPolicy production, PackingPolicy packing) {
		this.stock = new StockDecisions(production);
		this.production = new ProductionDecisions(production);
		this.packing = new PackingDecisions(packing);
	}

	@Override
	public Service service() {
		return Service.FULFILLMENT;
	}

	@Override
	public Fulfillment initial(String order) {
		return Fulfillment.unknown(order);
	}

	@Override
	public Fulfillment evolve(Fulfillment state, GendanEvent event) {
		return switch (event) {
			case OrderPlaced placed -> state.with(state.demand().placed(placed));
			case OrderConfirmed confirmed -> state.with(state.demand().confirmed(confirmed.promisedDelivery()));
			case OrderCancelled _ -> state.with(state.demand().withdrawn());
			case StopOrdered stop -> state.with(state.demand().stopped(stop.attempt()));
			case DispatchStopped stopped -> state.stopped(stopped.attempt());
			case GoodsReturned back -> state.packed(List.of()).with(state.inspection().cameBack(back));
			case FulfillmentEvent own -> evolve(state, own);
			default -> state;
		};
	}

	private static Fulfillment evolve(Fulfillment state, FulfillmentEvent event) {
		return switch (event) {
			case StockReserved reserved -> state.with(state.goods().allReserved(reserved.lines()));
			case StockShort missing -> state.with(state.goods().shortOf(state.demand().lines(), missing.lines()));
			case ProductionScheduled scheduled -> state.with(state.goods().scheduled(scheduled));
			case ProductionProgressed progress -> state.with(state.goods().progressed(progress));
			case DeliveryDelayed delayed -> state.with(state.goods().delayed(delayed.expected()));
			case QualityPassed passed -> state.with(state.inspection().passed(passed.attempt()));
			case QualityFailed failed -> state.with(state.inspection().failed(failed.attempt(), failed.defects()));
			case GoodsReworked _ -> state.with(state.inspection().reworked());
			case GoodsPacked packed -> state.packed(packed.parcels());
			case PackingWithdrawn _ -> state.packed(List.of());
			case ProductionStopped _ -> state.with(state.goods().stopped());
			case StockReleased _ -> state.with(state.goods().free());
			// Told beside the release; the check that found it out has been folded.
			case StockWrittenOff _ -> state;
		};
	}

	@Override
	public Outcome<FulfillmentEvent> decide(Fulfillment state, FulfillmentCommand command, Context context) {
		return switch (command) {
			case RecordReservation reservation -> this.stock.record(state, reservation, context);
			case RecordRelease release -> StockDecisions.release(state, release);
			case ReportProgress report -> this.production.report(state, report, context);
			case InspectQuality inspection -> QualityDecisions.inspect(state, inspection, context);
			case Rework rework -> QualityDecisions.rework(state, rework, context);
			case Pack pack -> this.packing.pack(state, pack);
		};
	}

	@Override
	public Set<Class<? extends GendanEvent>> listensTo() {
		return Set.of(OrderPlaced.class, OrderConfirmed.class, StopOrdered.class, OrderCancelled.class,
				GoodsReturned.class, DispatchStopped.class);
	}

	/** A confirmed order is picked up by the reservation; a cancelled one is undone. */
	@Override
	public List<FulfillmentEvent> react(Fulfillment state, GendanEvent received, Context context) {
		List<FulfillmentEvent> events = new ArrayList<>();
		Fulfillment current = state;
		Optional<FulfillmentEvent> next = CancellationRules.next(current);
		while (next.isPresent()) {
			events.add(next.get());
			current = evolve(current, next.get());
			next = CancellationRules.next(current);
		}
		return events;
	}

	@Override
	public Optional<Owner> owner(Fulfillment state) {
		return Optional.ofNullable(state.demand().owner());
	}

	@Override
	public List<Column> columns() {
		return FulfillmentSummary.COLUMNS;
	}

	@Override
	public Map<String, Object> summary(Fulfillment state) {
		return FulfillmentSummary.of(state);
	}

}
