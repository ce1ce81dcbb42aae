package io.gendan.contract.aftersales;

import java.util.List;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The customer has answered the satisfaction survey (AFT-1).
 *
 * @param order order number
 * @param scores score per part
 * @param remarks opinion in words
 */
@EventType("io.gendan.aftersales.SurveyAnswered.v1")
public record SurveyAnswered(String order, List<Score> scores, @Nullable Personal remarks) implements AftersalesEvent {

	public SurveyAnswered {
		scores = List.copyOf(scores);
	}

}
