package io.gendan.fulfillment;

import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.CheckAspect;
import io.gendan.contract.fulfillment.Defect;
import io.gendan.contract.fulfillment.Parcel;
import io.gendan.contract.fulfillment.StockLine;
import io.gendan.contract.fulfillment.UnfitLine;

/**
 * One order at this stage. The phase is not kept but follows from the facts, so that the
 * two cannot disagree and events of other stages may come in any order.
 *
 * @param order order number
 * @param demand what is asked for
 * @param goods how far the goods are there
 * @param inspection the quality check
 * @param parcels package list, empty until packed, and again when the goods came back
 * @param stopped the latest request to cancel for which logistics has told that nothing
 * is on its way, 0 if none
 */
public record Fulfillment(String order, Demand demand, Goods goods, Inspection inspection, List<Parcel> parcels,
		int stopped) {

	public Fulfillment {
		parcels = List.copyOf(parcels);
	}

	static Fulfillment unknown(String order) {
		return new Fulfillment(order, Demand.UNKNOWN, Goods.NONE, Inspection.NONE, List.of(), 0);
	}

	/**
	 * Where the order stands.
	 * @return the phase
	 */
	public Phase phase() {
		if (this.demand.cancelled()) {
			return (holdsStockForNothing() && this.inspection.returnUnchecked()) ? Phase.READY_TO_INSPECT
					: Phase.CANCELLED;
		}
		if (!this.parcels.isEmpty()) {
			return Phase.PACKED;
		}
		if (this.goods.complete()) {
			return switch (this.inspection.result()) {
				case OPEN -> Phase.READY_TO_INSPECT;
				case FAILED -> Phase.REWORK;
				case PASSED -> Phase.READY_TO_PACK;
			};
		}
		if (this.goods.production() != null) {
			return Phase.IN_PRODUCTION;
		}
		return this.demand.formal() ? Phase.RESERVING : Phase.KNOWN;
	}

	/**
	 * Whether stock may be set aside although the order was cancelled (FUL-7).
	 * @return true until it is known to be free
	 */
	public boolean holdsStockForNothing() {
		return this.demand.cancelled() && this.demand.formal() && !this.goods.released();
	}

	/**
	 * Whether that stock can be freed: nothing of it is on the road any more, and what
	 * came back from there is checked.
	 * @return false as long as nobody knows what is sound
	 */
	public boolean stockCanBeFreed() {
		return holdsStockForNothing() && this.parcels.isEmpty() && !this.inspection.returnUnchecked();
	}

	/** Whether logistics has answered the stop, so that every return is known. */
	boolean nothingOnItsWay() {
		return this.stopped > 0 && this.stopped >= this.demand.stop();
	}

	/**
	 * What the last check found lost or damaged, as far as it was counted and is not
	 * mended.
	 * @return the lines, several of one order line possible
	 */
	public List<UnfitLine> unfit() {
		List<UnfitLine> unfit = new ArrayList<>();
		if (this.inspection.result() == Inspection.Result.FAILED) {
			for (Defect defect : this.inspection.defects()) {
				Quantity quantity = defect.quantity();
				if (quantity != null && defect.aspect() != CheckAspect.PACKAGING) {
					this.demand.line(defect.line())
						.ifPresent((line) -> unfit
							.add(new UnfitLine(defect.line(), line.item(), quantity, defect.aspect())));
				}
			}
		}
		return unfit;
	}

	/**
	 * What was made for this order and is there.
	 * @return the lines of a production that has ended, else none
	 */
	public List<StockLine> produced() {
		Production production = this.goods.production();
		return (this.goods.complete() && production != null) ? production.lines() : List.of();
	}

	Fulfillment with(Demand changed) {
		return new Fulfillment(this.order, changed, this.goods, this.inspection, this.parcels, this.stopped);
	}

	Fulfillment with(Goods changed) {
		return new Fulfillment(this.order, this.demand, changed, this.inspection, this.parcels, this.stopped);
	}

	Fulfillment with(Inspection changed) {
		return new Fulfillment(this.order, this.demand, this.goods, changed, this.parcels, this.stopped);
	}

	Fulfillment packed(List<Parcel> packageList) {
		return new Fulfillment(this.order, this.demand, this.goods, this.inspection, packageList, this.stopped);
	}

	Fulfillment stopped(int attempt) {
		return new Fulfillment(this.order, this.demand, this.goods, this.inspection, this.parcels, attempt);
	}

}
