package io.gendan.aftersales.rest;

import java.util.List;

import io.gendan.aftersales.AftersalesCommand;
import io.gendan.aftersales.AftersalesCommand.GivenScore;
import org.jspecify.annotations.Nullable;

/**
 * A survey's answer.
 *
 * @param scores score per part, at least one
 * @param remarks opinion in words, may be left out
 */
record SurveyRequest(@Nullable List<@Nullable GivenScore> scores, @Nullable String remarks) {

	AftersalesCommand command() {
		return new AftersalesCommand.AnswerSurvey(this.scores, this.remarks);
	}

}
