package io.gendan.contract.fulfillment;

import java.util.List;

import io.gendan.contract.EventType;

/**
 * The check found defects; nothing ships until it is repeated (FUL-4).
 *
 * @param order order number
 * @param attempt 1 for the first check
 * @param inspector who checked
 * @param defects what is wrong, at least one
 */
@EventType("io.gendan.fulfillment.QualityFailed.v1")
public record QualityFailed(String order, int attempt, String inspector,
		List<Defect> defects) implements FulfillmentEvent {

	public QualityFailed {
		defects = List.copyOf(defects);
	}

}
