package io.gendan.fulfillment;

import java.util.List;

import io.gendan.contract.fulfillment.Defect;

/**
 * The quality check and its repetitions (FUL-4).
 *
 * @param attempts checks made so far
 * @param result what the last one came to
 * @param defects what the last failed check found, kept until the next check
 */
public record Inspection(int attempts, Result result, List<Defect> defects) {

	static final Inspection NONE = new Inspection(0, Result.OPEN, List.of());

	public Inspection {
		defects = List.copyOf(defects);
	}

	Inspection passed(int attempt) {
		return new Inspection(attempt, Result.PASSED, List.of());
	}

	Inspection failed(int attempt, List<Defect> found) {
		return new Inspection(attempt, Result.FAILED, found);
	}

	Inspection reworked() {
		return new Inspection(this.attempts, Result.OPEN, this.defects);
	}

	/** What a check can come to. */
	public enum Result {

		/** Not checked, or to be checked again after rework. */
		OPEN,

		/** In order. */
		PASSED,

		/** Defects found. */
		FAILED

	}

}
