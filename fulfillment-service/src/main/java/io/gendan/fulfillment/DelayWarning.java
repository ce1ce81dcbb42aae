package io.gendan.fulfillment;

import java.time.LocalDate;
import java.util.Optional;

import io.gendan.contract.Personal;
import io.gendan.contract.fulfillment.DeliveryDelayed;

/**
 * Warns of a forecast after the promise, once per worsening: a forecast that is no later
 * than the last one told brings no news (FUL-3).
 */
final class DelayWarning {

	private DelayWarning() {
	}

	static Optional<DeliveryDelayed> of(Fulfillment fulfillment, LocalDate expected, String reason) {
		LocalDate promised = fulfillment.demand().promised();
		if (promised == null || !expected.isAfter(promised)) {
			return Optional.empty();
		}
		LocalDate told = fulfillment.goods().delayTold();
		if (told != null && !expected.isAfter(told)) {
			return Optional.empty();
		}
		return Optional.of(new DeliveryDelayed(fulfillment.order(), promised, expected, Personal.of(reason)));
	}

}
