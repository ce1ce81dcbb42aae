package io.gendan.fulfillment;

import java.util.Map;

import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.stage.Outcome;

/** Refuses a command that does not fit where the order stands. */
final class Unfit {

	private Unfit() {
	}

	static Outcome<FulfillmentEvent> because(FulfillmentRefusal code, Fulfillment fulfillment) {
		if (fulfillment.demand().cancelled()) {
			return Outcome.refused(FulfillmentRefusal.ORDER_CANCELLED, Map.of("order", fulfillment.order()));
		}
		return Outcome.refused(code, Map.of("order", fulfillment.order(), "state", fulfillment.phase().name()));
	}

}
