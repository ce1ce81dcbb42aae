package io.gendan.fulfillment;

import java.util.Optional;

import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.contract.fulfillment.PackingWithdrawn;
import io.gendan.contract.fulfillment.ProductionStopped;

/**
 * What a cancelled order makes undo, one step at a time (FUL-7). The rules look only at
 * the state, so nothing is undone twice; stock is released by an activity, because it
 * does not lie in the order's own document. Parcels may have been on the road and come
 * back, and that may be heard after the cancellation: they wait for the word of logistics
 * that nothing is on its way.
 */
final class CancellationRules {

	private CancellationRules() {
	}

	static Optional<FulfillmentEvent> next(Fulfillment fulfillment) {
		if (!fulfillment.demand().cancelled()) {
			return Optional.empty();
		}
		if (!fulfillment.parcels().isEmpty()) {
			return fulfillment.nothingOnItsWay()
					? Optional.of(new PackingWithdrawn(fulfillment.order(), fulfillment.parcels().size()))
					: Optional.empty();
		}
		Production production = fulfillment.goods().production();
		return (production != null && !fulfillment.goods().complete())
				? Optional.of(new ProductionStopped(fulfillment.order(), production.percent())) : Optional.empty();
	}

}
