package io.gendan.logistics.rest;

import java.time.Instant;
import java.util.List;

import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.logistics.ShipmentCommand.Deliver;
import io.gendan.logistics.ShipmentCommand.ReportedDifference;
import org.jspecify.annotations.Nullable;

/**
 * A delivery (LOG-6).
 *
 * @param signedBy who signed, required
 * @param at when, RFC 3339, now when left out
 * @param condition condition on arrival, intact when left out
 * @param differences what differs from the order
 */
record DeliverRequest(@Nullable String signedBy, @Nullable Instant at, @Nullable GoodsCondition condition,
		@Nullable List<ReportedDifference> differences) {

	Deliver command() {
		return new Deliver(this.signedBy, this.at, this.condition, this.differences);
	}

}
