package io.gendan.aftersales.rest;

import java.time.Instant;

import io.gendan.aftersales.Acceptance;
import io.gendan.aftersales.Aftersales;
import io.gendan.aftersales.AftersalesState;
import io.gendan.aftersales.Buyer;
import io.gendan.aftersales.Delivery;
import io.gendan.aftersales.Survey;
import io.gendan.messaging.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * An order after the sale as clients see it.
 *
 * @param order order number
 * @param version grows with everything that happens here; the ETag
 * @param state where the order stands
 * @param buyer who ordered
 * @param delivery what arrived
 * @param followUpDueAt when the acceptance call is due
 * @param acceptance what the customer accepted
 * @param survey what the customer thinks
 * @param closedBecause why the service window has ended
 */
record AftersalesView(String order, long version, AftersalesState state, @Nullable Buyer buyer,
		@Nullable Delivery delivery, @Nullable Instant followUpDueAt, @Nullable Acceptance acceptance,
		@Nullable Survey survey, @Nullable String closedBecause) {

	static AftersalesView of(OrderSnapshot<Aftersales> snapshot) {
		Aftersales state = snapshot.state();
		return new AftersalesView(snapshot.order(), snapshot.version(), state.state(), state.buyer(), state.delivery(),
				state.followUpDueAt(), state.acceptance(), state.survey(), state.closedBecause());
	}

}
