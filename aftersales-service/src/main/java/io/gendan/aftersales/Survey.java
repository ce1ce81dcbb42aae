package io.gendan.aftersales;

import java.util.List;

import io.gendan.contract.Personal;
import io.gendan.contract.aftersales.Score;
import org.jspecify.annotations.Nullable;

/**
 * What the customer thinks (AFT-1).
 *
 * @param scores score per part
 * @param remarks opinion in words
 */
public record Survey(List<Score> scores, @Nullable Personal remarks) {

	public Survey {
		scores = List.copyOf(scores);
	}

}
