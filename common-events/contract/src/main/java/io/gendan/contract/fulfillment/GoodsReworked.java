package io.gendan.contract.fulfillment;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Defects have been mended or goods replaced; the check can be repeated (FUL-4).
 *
 * @param order order number
 * @param attempt the failed check this answers
 * @param reworkedBy who did it
 * @param remarks what was done
 */
@EventType("io.gendan.fulfillment.GoodsReworked.v1")
public record GoodsReworked(String order, int attempt, String reworkedBy,
		@Nullable Personal remarks) implements FulfillmentEvent {

}
