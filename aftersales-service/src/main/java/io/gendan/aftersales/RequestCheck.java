package io.gendan.aftersales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.aftersales.AftersalesCommand.GivenScore;
import io.gendan.contract.Personal;
import io.gendan.contract.aftersales.Score;
import io.gendan.stage.FieldReader;
import io.gendan.stage.FieldRefusal;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request. A score at fault reads as zero; nobody uses it. */
final class RequestCheck extends FieldReader {

	private static final int LONGEST_TEXT = 2000;

	private static final int LONGEST_PART = 50;

	private static final int MOST_SCORES = 20;

	private static final int WORST = 1;

	private static final int BEST = 5;

	@Nullable Personal optional(String field, @Nullable String value) {
		return Personal.ofNullable(prose(field, value, LONGEST_TEXT));
	}

	Personal required(String field, @Nullable String value) {
		return Personal.of(need(field, prose(field, value, LONGEST_TEXT)));
	}

	List<Score> scores(@Nullable List<@Nullable GivenScore> given) {
		if (given == null || given.isEmpty()) {
			fault("scores", FieldRefusal.REQUIRED);
			return List.of();
		}
		if (given.size() > MOST_SCORES) {
			fault("scores", AftersalesRefusal.TOO_MANY, Map.of("max", MOST_SCORES));
			return List.of();
		}
		List<Score> scores = new ArrayList<>();
		Set<String> parts = new HashSet<>();
		for (int i = 0; i < given.size(); i++) {
			String path = "scores[" + i + "]";
			Score score = score(path, given.get(i));
			if (!score.part().isEmpty() && !parts.add(score.part())) {
				fault(path + ".part", AftersalesRefusal.SCORED_TWICE, Map.of("part", score.part()));
			}
			scores.add(score);
		}
		return scores;
	}

	private Score score(String path, @Nullable GivenScore given) {
		if (given == null) {
			fault(path, FieldRefusal.REQUIRED);
			return new Score("", 0);
		}
		return new Score(part(path + ".part", given.part()), points(path + ".score", given.score()));
	}

	private String part(String field, @Nullable String value) {
		return need(field, word(field, value, LONGEST_PART));
	}

	private int points(String field, @Nullable BigDecimal score) {
		if (score == null) {
			fault(field, FieldRefusal.REQUIRED);
			return 0;
		}
		for (int points = WORST; points <= BEST; points++) {
			if (score.compareTo(BigDecimal.valueOf(points)) == 0) {
				return points;
			}
		}
		fault(field, AftersalesRefusal.SCORE_OUT_OF_RANGE, Map.of("min", WORST, "max", BEST));
		return 0;
	}

}
