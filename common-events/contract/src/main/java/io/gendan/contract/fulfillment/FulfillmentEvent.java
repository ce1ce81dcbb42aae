package io.gendan.contract.fulfillment;

import io.gendan.contract.GendanEvent;

/** Events of fulfillment-service: stock, production, quality, packing (FUL). */
public sealed interface FulfillmentEvent extends GendanEvent permits StockReserved, StockShort, ProductionScheduled,
		ProductionProgressed, QualityPassed, QualityFailed, GoodsReworked, GoodsPacked, DeliveryDelayed,
		ProductionStopped, PackingWithdrawn, StockReleased, StockWrittenOff {

}
