package io.gendan.aftersales;

import java.time.Duration;
import java.time.Instant;

/**
 * The times of after-sales, in clock time (AFT-1, AFT-7).
 *
 * @param acceptanceFollowUp from delivery to the follow-up call
 * @param serviceWindow from acceptance to closing
 */
record AftersalesPolicy(Duration acceptanceFollowUp, Duration serviceWindow) {

	AftersalesPolicy {
		if (acceptanceFollowUp.isNegative()) {
			throw new IllegalArgumentException("Nobody follows up before delivery: " + acceptanceFollowUp);
		}
		if (serviceWindow.isNegative()) {
			throw new IllegalArgumentException("A service window does not end before it begins: " + serviceWindow);
		}
	}

	Instant followUpDueAt(Instant delivered) {
		return delivered.plus(this.acceptanceFollowUp);
	}

	Instant serviceUntil(Instant accepted) {
		return accepted.plus(this.serviceWindow);
	}

}
