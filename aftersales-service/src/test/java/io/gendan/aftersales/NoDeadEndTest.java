package io.gendan.aftersales;

import java.math.BigDecimal;
import java.util.List;

import io.gendan.aftersales.AftersalesCommand.Accept;
import io.gendan.aftersales.AftersalesCommand.AnswerSurvey;
import io.gendan.aftersales.AftersalesCommand.Close;
import io.gendan.aftersales.AftersalesCommand.GivenScore;
import io.gendan.contract.Actor;
import io.gendan.contract.aftersales.AftersalesEvent;
import io.gendan.testing.StateWalk;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Delivered goods that the customer never accepts can be ended by customer service. */
class NoDeadEndTest {

	private static final Actor SERVICE = new Actor("service", "he");

	@Test
	void everyOrderComesToAnEndAfterTheSale() {
		StateWalk<Aftersales, AftersalesCommand, AftersalesEvent> walk = StateWalk
			.through(Story.stage(), (it) -> List.of(it.state(), it.buyer() != null, it.survey() != null))
			.fact(Story.placed("SO-1"), (it) -> it.buyer() == null)
			.fact(Story.cancelled(), (it) -> it.buyer() != null && it.delivery() == null)
			.fact(Story.delivered("SO-1"), (it) -> it.buyer() != null && !it.cancelled())
			.command(SERVICE, (_) -> new Accept("by telephone"))
			.command(SERVICE, (_) -> new AnswerSurvey(List.of(new GivenScore("quality", BigDecimal.ONE)), null))
			.command(SERVICE, (_) -> new Close("nothing open"));
		assertThat(
				walk.deadEnds((it) -> it.state() == AftersalesState.CLOSED || it.state() == AftersalesState.CANCELLED))
			.isEmpty();
		assertThat(walk.reached(Aftersales::state)).containsExactlyInAnyOrder(AftersalesState.values());
	}

}
