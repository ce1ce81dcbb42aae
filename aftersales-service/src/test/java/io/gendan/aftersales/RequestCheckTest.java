package io.gendan.aftersales;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.gendan.aftersales.AftersalesCommand.AnswerSurvey;
import io.gendan.aftersales.AftersalesCommand.Close;
import io.gendan.aftersales.AftersalesCommand.GivenScore;
import io.gendan.contract.Personal;
import io.gendan.contract.aftersales.GoodsAccepted;
import io.gendan.testing.ProblemTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All faults of a request are told at once, each with its field. */
class RequestCheckTest {

	@Test
	void allFaultsOfASurveyAtOnce() {
		List<GivenScore> scores = new ArrayList<>(
				Arrays.asList(Story.score("goods", "6"), null, new GivenScore(null, null), Story.score("goods", "5"),
						Story.score("x".repeat(51), "0"), Story.score("a\u0007b", "2")));
		Story.deliveredOrder()
			.when(new AnswerSurvey(scores, "r".repeat(2001)))
			.refused(AftersalesRefusal.FIELDS_INVALID)
			.refusedFields(Map.of("scores[0].score", "SCORE_OUT_OF_RANGE", "scores[1]", "REQUIRED", "scores[2].part",
					"REQUIRED", "scores[2].score", "REQUIRED", "scores[3].part", "SCORED_TWICE", "scores[4].part",
					"TOO_LONG", "scores[4].score", "SCORE_OUT_OF_RANGE", "scores[5].part", "UNPRINTABLE", "remarks",
					"TOO_LONG"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "6", "4.5", "1.0000001", "1E+999999999", "1E-999999999", "-1E+999999999" })
	void aScoreIsAWholeNumberFromOneToFive(String score) {
		Story.deliveredOrder()
			.when(Story.answer(Story.score("goods", score)))
			.refusedFields(Map.of("scores[0].score", "SCORE_OUT_OF_RANGE"));
	}

	@Test
	void aSurveyNeedsScoresButNotHundreds() {
		Story.deliveredOrder().when(new AnswerSurvey(null, null)).refusedFields(Map.of("scores", "REQUIRED"));
		Story.deliveredOrder().when(Story.answer()).refusedFields(Map.of("scores", "REQUIRED"));
		Story.deliveredOrder()
			.when(new AnswerSurvey(Collections.nCopies(21, Story.score("goods", "5")), null))
			.refusedFields(Map.of("scores", "TOO_MANY"));
	}

	@Test
	void closingNeedsAReason() {
		Story.acceptedOrder().when(new Close(null)).refusedFields(Map.of("reason", "REQUIRED"));
		Story.acceptedOrder().when(new Close(" \n")).refusedFields(Map.of("reason", "REQUIRED"));
		Story.acceptedOrder()
			.when(new Close("a\u0000" + "b".repeat(2000)))
			.refusedFields(Map.of("reason", "TOO_LONG,UNPRINTABLE"));
	}

	@Test
	void remarksMayHaveLines() {
		Story.deliveredOrder()
			.when(new AftersalesCommand.Accept("x\r\n\ty"))
			.then(new GoodsAccepted("SO-1", Personal.of("li"), Personal.of("x\r\n\ty"), Story.SERVICE_UNTIL));
	}

	@Test
	void everyRefusalSpeaksBothLanguages() {
		ProblemTexts.assertComplete(AftersalesRefusal.values());
	}

}
