package io.gendan.order.rest;

import java.math.BigDecimal;

import io.gendan.order.OrderCommand;
import org.jspecify.annotations.Nullable;

/**
 * A cancellation, or the request for one.
 *
 * @param reason why, required
 * @param cost what giving the order up costs the company, in units of its currency, a
 * number or a decimal string; may be left out
 */
record CancelRequest(@Nullable String reason, @Nullable BigDecimal cost) {

	OrderCommand command() {
		return new OrderCommand.Cancel(this.reason, this.cost);
	}

	OrderCommand request() {
		return new OrderCommand.RequestCancellation(this.reason, this.cost);
	}

}
