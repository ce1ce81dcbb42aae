package io.gendan.aftersales;

import java.util.List;

import io.gendan.aftersales.AftersalesCommand.Accept;
import io.gendan.aftersales.AftersalesCommand.AnswerSurvey;
import io.gendan.aftersales.AftersalesCommand.Close;
import io.gendan.contract.aftersales.AftersalesEvent;
import io.gendan.testing.HostileTexts;
import org.junit.jupiter.api.Test;

/** What nobody can see is refused at its field, in every text of every command. */
class HostileTextsTest {

	@Test
	void everyTextOfEveryCommandIsLookedAt() {
		HostileTexts.<Aftersales, AftersalesCommand, AftersalesEvent>in(AftersalesCommand.class)
			.command(Story.deliveredOrder(), new Accept("好"))
			.command(Story.deliveredOrder(), new AnswerSurvey(List.of(Story.score("goods", "5")), "好"))
			.command(Story.acceptedOrder(), new Close("客户满意"))
			.andNoOthers();
	}

}
