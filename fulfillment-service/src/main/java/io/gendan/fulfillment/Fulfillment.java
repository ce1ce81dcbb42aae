package io.gendan.fulfillment;

import java.util.List;

import io.gendan.contract.fulfillment.Parcel;
import io.gendan.contract.fulfillment.StockLine;

/**
 * One order at this stage. The phase is not kept but follows from the facts, so that the
 * two cannot disagree and events of other stages may come in any order.
 *
 * @param order order number
 * @param demand what is asked for
 * @param goods how far the goods are there
 * @param inspection the quality check
 * @param parcels package list, empty until packed
 */
public record Fulfillment(String order, Demand demand, Goods goods, Inspection inspection, List<Parcel> parcels) {

	public Fulfillment {
		parcels = List.copyOf(parcels);
	}

	static Fulfillment unknown(String order) {
		return new Fulfillment(order, Demand.UNKNOWN, Goods.NONE, Inspection.NONE, List.of());
	}

	/**
	 * Where the order stands.
	 * @return the phase
	 */
	public Phase phase() {
		if (this.demand.cancelled()) {
			return Phase.CANCELLED;
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
	 * What was made for this order and is there.
	 * @return the lines of a production that has ended, else none
	 */
	public List<StockLine> produced() {
		Production production = this.goods.production();
		return (this.goods.complete() && production != null) ? production.lines() : List.of();
	}

	Fulfillment with(Demand changed) {
		return new Fulfillment(this.order, changed, this.goods, this.inspection, this.parcels);
	}

	Fulfillment with(Goods changed) {
		return new Fulfillment(this.order, this.demand, changed, this.inspection, this.parcels);
	}

	Fulfillment with(Inspection changed) {
		return new Fulfillment(this.order, this.demand, this.goods, changed, this.parcels);
	}

	Fulfillment packed(List<Parcel> packageList) {
		return new Fulfillment(this.order, this.demand, this.goods, this.inspection, packageList);
	}

}
