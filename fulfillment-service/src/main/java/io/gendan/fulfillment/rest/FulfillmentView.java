package io.gendan.fulfillment.rest;

import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.Personal;
import io.gendan.contract.fulfillment.Parcel;
import io.gendan.contract.fulfillment.StockLine;
import io.gendan.fulfillment.Fulfillment;
import io.gendan.fulfillment.Inspection;
import io.gendan.fulfillment.Phase;
import io.gendan.fulfillment.Production;
import io.gendan.messaging.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * An order at this stage as clients see it.
 *
 * @param order order number
 * @param version grows with everything that happens here; the ETag
 * @param state where the order stands
 * @param customer name of the customer
 * @param promisedDelivery promised date
 * @param delayedUntil latest forecast that was told as a delay
 * @param lines what is ordered
 * @param reserved what is set aside
 * @param production production of what stock does not cover
 * @param inspection the quality check
 * @param parcels package list
 */
record FulfillmentView(String order, long version, Phase state, @Nullable Personal customer,
		@Nullable LocalDate promisedDelivery, @Nullable LocalDate delayedUntil, List<StockLine> lines,
		List<StockLine> reserved, @Nullable Production production, Inspection inspection, List<Parcel> parcels) {

	static FulfillmentView of(OrderSnapshot<Fulfillment> snapshot) {
		Fulfillment state = snapshot.state();
		return new FulfillmentView(snapshot.order(), snapshot.version(), state.phase(), state.demand().customer(),
				state.demand().promised(), state.goods().delayTold(), state.demand().lines(), state.goods().reserved(),
				state.goods().production(), state.inspection(), state.parcels());
	}

}
