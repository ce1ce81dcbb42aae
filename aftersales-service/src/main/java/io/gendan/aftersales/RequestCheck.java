package io.gendan.aftersales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.aftersales.AftersalesCommand.GivenScore;
import io.gendan.contract.aftersales.Score;
import io.gendan.stage.FieldFault;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of a request and remembers every fault, so that all are told at once.
 * A field at fault reads as blank or zero; nobody uses it.
 */
final class RequestCheck {

	private static final int LONGEST_TEXT = 2000;

	private static final int LONGEST_PART = 50;

	private static final int MOST_SCORES = 20;

	private static final int WORST = 1;

	private static final int BEST = 5;

	private final List<FieldFault> faults = new ArrayList<>();

	List<FieldFault> faults() {
		return List.copyOf(this.faults);
	}

	@Nullable String optional(String field, @Nullable String value) {
		return (value == null || value.isBlank()) ? null : text(field, value, LONGEST_TEXT);
	}

	String required(String field, @Nullable String value) {
		return required(field, value, LONGEST_TEXT);
	}

	List<Score> scores(@Nullable List<@Nullable GivenScore> given) {
		if (given == null || given.isEmpty()) {
			this.faults.add(new FieldFault("scores", AftersalesRefusal.REQUIRED));
			return List.of();
		}
		if (given.size() > MOST_SCORES) {
			this.faults.add(new FieldFault("scores", AftersalesRefusal.TOO_MANY, Map.of("max", MOST_SCORES)));
			return List.of();
		}
		List<Score> scores = new ArrayList<>();
		Set<String> parts = new HashSet<>();
		for (int i = 0; i < given.size(); i++) {
			String path = "scores[" + i + "]";
			Score score = score(path, given.get(i));
			if (!score.part().isEmpty() && !parts.add(score.part())) {
				this.faults
					.add(new FieldFault(path + ".part", AftersalesRefusal.SCORED_TWICE, Map.of("part", score.part())));
			}
			scores.add(score);
		}
		return scores;
	}

	private Score score(String path, @Nullable GivenScore given) {
		if (given == null) {
			this.faults.add(new FieldFault(path, AftersalesRefusal.REQUIRED));
			return new Score("", 0);
		}
		return new Score(required(path + ".part", given.part(), LONGEST_PART), points(path + ".score", given.score()));
	}

	private int points(String field, @Nullable BigDecimal score) {
		if (score == null) {
			this.faults.add(new FieldFault(field, AftersalesRefusal.REQUIRED));
			return 0;
		}
		for (int points = WORST; points <= BEST; points++) {
			if (score.compareTo(BigDecimal.valueOf(points)) == 0) {
				return points;
			}
		}
		this.faults.add(new FieldFault(field, AftersalesRefusal.SCORE_OUT_OF_RANGE, Map.of("min", WORST, "max", BEST)));
		return 0;
	}

	private String required(String field, @Nullable String value, int longest) {
		if (value == null || value.isBlank()) {
			this.faults.add(new FieldFault(field, AftersalesRefusal.REQUIRED));
			return "";
		}
		return text(field, value, longest);
	}

	private String text(String field, String value, int longest) {
		String text = value.strip();
		if (text.length() > longest) {
			this.faults.add(new FieldFault(field, AftersalesRefusal.TOO_LONG, Map.of("max", longest)));
		}
		if (text.chars().anyMatch(RequestCheck::unprintable)) {
			this.faults.add(new FieldFault(field, AftersalesRefusal.UNPRINTABLE));
		}
		return text;
	}

	private static boolean unprintable(int character) {
		return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
	}

}
