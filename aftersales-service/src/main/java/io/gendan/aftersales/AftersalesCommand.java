package io.gendan.aftersales;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What can be asked for after delivery. Values are as they were sent, unchecked. */
public sealed interface AftersalesCommand {

	/**
	 * The customer accepts the goods (AFT-1).
	 *
	 * @param remarks what was said, may be left out
	 */
	record Accept(@Nullable String remarks) implements AftersalesCommand {
	}

	/**
	 * The customer answers the survey (AFT-1).
	 *
	 * @param scores score per part, at least one
	 * @param remarks opinion in words, may be left out
	 */
	record AnswerSurvey(@Nullable List<@Nullable GivenScore> scores,
			@Nullable String remarks) implements AftersalesCommand {
	}

	/**
	 * The service window ends early (AFT-7).
	 *
	 * @param reason why, required
	 */
	record Close(@Nullable String reason) implements AftersalesCommand {
	}

	/**
	 * One score as given.
	 *
	 * @param part what is scored, such as {@code quality}
	 * @param score a whole number from 1 worst to 5 best
	 */
	record GivenScore(@Nullable String part, @Nullable BigDecimal score) {
	}

}
