package io.gendan.contract.fulfillment;

import io.gendan.contract.AboutOrder;

/** Events of fulfillment-service: stock, production, quality, packing (FUL). */
public sealed interface FulfillmentEvent extends AboutOrder permits StockReserved, StockShort, ProductionScheduled,
		ProductionProgressed, QualityPassed, QualityFailed, GoodsReworked, GoodsPacked, DeliveryDelayed,
		ProductionStopped, PackingWithdrawn, StockReleased, StockWrittenOff {

}
