package io.gendan.order.timeline;

import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.Actor;
import io.gendan.contract.EventCodec;
import io.gendan.contract.EventJson;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.product.ProductWithdrawn;
import io.gendan.messaging.engine.Verdict;
import io.gendan.testing.ForeignChain;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Timelines are those of orders. */
class EntryCheckTest {

	private static final Actor WANG = new Actor("sales-manager", "wang");

	@Test
	void whatIsAboutNoOrderPassesByAndTheOthersKeepTheirPlaces() {
		RecordedEvent product = new ForeignChain("product/M8").next(new ProductWithdrawn("M8", "old"), WANG);
		RecordedEvent order = new ForeignChain("SO-1").next(new OrderReleased("SO-1", "paid"), WANG);
		List<RecordedEvent> added = new ArrayList<>();
		List<Verdict> verdicts = new EntryCheck(new EventCodec(), EventJson.mapper())
			.pass(List.of(product, order, product), (good) -> {
				added.addAll(good);
				return List.of(Verdict.duplicate());
			});
		assertThat(added).containsExactly(order);
		assertThat(verdicts).extracting(Verdict::kind)
			.containsExactly(Verdict.Kind.TAKEN, Verdict.Kind.DUPLICATE, Verdict.Kind.TAKEN);
	}

}
