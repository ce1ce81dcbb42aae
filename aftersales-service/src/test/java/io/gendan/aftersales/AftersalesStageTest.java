package io.gendan.aftersales;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Actor;
import io.gendan.contract.Personal;
import io.gendan.contract.aftersales.AftersalesClosed;
import io.gendan.contract.aftersales.GoodsAccepted;
import io.gendan.contract.aftersales.Score;
import io.gendan.contract.aftersales.SurveyAnswered;
import io.gendan.stage.Context;
import io.gendan.stage.Owner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The last stage, told as stories. */
class AftersalesStageTest {

	@Test
	void deliveredGoodsAreToBeAccepted() {
		Story.order()
			.given(Story.placed("SO-1"))
			.received(Story.delivered("SO-1"))
			.then(Story.asked())
			.notDue()
			.by(new Actor("customer", "zhao"))
			.when(new AftersalesCommand.Accept("  完好 "))
			.then(new GoodsAccepted("SO-1", Personal.of("zhao"), Personal.of("完好"), Story.SERVICE_UNTIL))
			.due(Story.SERVICE_UNTIL);
	}

	/** The call is due by the day of the delivery, however late that was typed in. */
	@Test
	void theFollowUpCountsFromTheDelivery() {
		Story.order()
			.at(Story.DELIVERED.plus(Duration.ofDays(1)))
			.received(Story.delivered("SO-1"))
			.then(Story.asked());
	}

	@Test
	void aDeliveryMayBeHeardOfBeforeItsOrder() {
		var late = Story.order().received(Story.delivered("SO-1")).then(Story.asked());
		late.received(Story.placed("SO-1")).then();
		var early = Story.order().received(Story.placed("SO-1")).then();
		early.received(Story.delivered("SO-1")).then(Story.asked());
		assertThat(late.state()).isEqualTo(early.state());
	}

	@Test
	void anOrderInTwoShipmentsIsAskedAboutOnce() {
		Story.order()
			.received(Story.delivered("SO-1"))
			.then(Story.asked())
			.received(Story.delivered("SO-1"))
			.then()
			.when(Story.accept())
			.thenTypes(GoodsAccepted.class)
			.received(Story.delivered("SO-1"))
			.then();
	}

	@Test
	void theServiceWindowClosesByItself() {
		Story.acceptedOrder()
			.whenDue(Story.SERVICE_UNTIL.minusMillis(1))
			.then()
			.whenDue(Story.SERVICE_UNTIL)
			.then(new AftersalesClosed("SO-1", Personal.of("service window ended")))
			.notDue()
			.whenDue(Story.SERVICE_UNTIL.plus(Duration.ofDays(1)))
			.then();
	}

	@Test
	void aClockThatStrikesTooEarlyClosesNothing() {
		Aftersales accepted = Story.acceptedOrder().state();
		assertThat(Story.stage().onDue(accepted, new Context(Actor.policy("x"), Story.SERVICE_UNTIL.minusNanos(1))))
			.isEmpty();
	}

	@Test
	void closedEarlyNothingIsDue() {
		Story.acceptedOrder().when(Story.close()).then(new AftersalesClosed("SO-1", Personal.of("客户满意"))).notDue();
	}

	@Test
	void theSurveyIsAnsweredBeforeOrAfterAcceptance() {
		Story.deliveredOrder()
			.when(Story.answer(Story.score("goods", "5"), Story.score("delivery", "1.0")))
			.then(new SurveyAnswered("SO-1", List.of(new Score("goods", 5), new Score("delivery", 1)), null))
			.when(Story.accept())
			.thenTypes(GoodsAccepted.class);
		Story.acceptedOrder()
			.when(Story.answer(Story.score("goods", "3")))
			.then(new SurveyAnswered("SO-1", List.of(new Score("goods", 3)), null));
	}

	@Test
	void deliveredGoodsCountMoreThanACancellation() {
		Story.order()
			.received(Story.cancelled())
			.then()
			.received(Story.delivered("SO-1"))
			.then(Story.asked())
			.when(Story.accept())
			.thenTypes(GoodsAccepted.class);
	}

	@Test
	void theListShowsCustomerAmountAndDates() {
		Aftersales accepted = Story.acceptedOrder().given(Story.answered()).state();
		assertThat(Story.stage().owner(accepted)).map(Owner::customerId).contains("C-1");
		Map<String, Object> summary = Story.stage().summary(accepted);
		assertThat(summary).containsOnly(Map.entry("state", "ACCEPTED"), Map.entry("surveyAnswered", true),
				Map.entry("customer", Personal.of("南方五金有限公司")), Map.entry("amount", "1200.00"),
				Map.entry("currency", "CNY"), Map.entry("deliveredAt", "2026-03-02T02:00:00Z"),
				Map.entry("condition", "INCOMPLETE"), Map.entry("differences", 1),
				Map.entry("followUpDueAt", "2026-03-04T02:00:00Z"), Map.entry("serviceUntil", "2026-03-09T02:00:00Z"));
	}

}
