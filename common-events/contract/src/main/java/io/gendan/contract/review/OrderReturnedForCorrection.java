package io.gendan.contract.review;

import java.util.List;

import io.gendan.contract.EventType;

/**
 * The order goes back to the salesperson with remarks per field (REV-4).
 *
 * @param order order number
 * @param round round of placing
 * @param returnedBy reviewer
 * @param corrections what to correct, at least one
 */
@EventType("io.gendan.review.OrderReturnedForCorrection.v1")
public record OrderReturnedForCorrection(String order, int round, String returnedBy,
		List<Correction> corrections) implements ReviewEvent {

	public OrderReturnedForCorrection {
		corrections = List.copyOf(corrections);
	}

}
