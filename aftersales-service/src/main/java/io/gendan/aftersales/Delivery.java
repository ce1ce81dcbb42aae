package io.gendan.aftersales;

import java.time.Instant;
import java.util.List;

import io.gendan.contract.Personal;
import io.gendan.contract.logistics.Difference;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;

/**
 * What arrived, as logistics passed it on (LOG-6).
 *
 * @param at when
 * @param signedBy who signed
 * @param condition condition on arrival
 * @param differences what differs from the order, empty when all is right
 */
public record Delivery(Instant at, Personal signedBy, GoodsCondition condition, List<Difference> differences) {

	public Delivery {
		differences = List.copyOf(differences);
	}

	static Delivery of(GoodsDelivered delivered) {
		return new Delivery(delivered.at(), delivered.signedBy(), delivered.condition(), delivered.differences());
	}

}
