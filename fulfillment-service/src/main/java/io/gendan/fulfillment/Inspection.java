package io.gendan.fulfillment;

import java.util.List;

import io.gendan.contract.fulfillment.Defect;
import io.gendan.contract.logistics.GoodsReturned;
import org.jspecify.annotations.Nullable;

/**
 * The quality check and its repetitions (FUL-4).
 *
 * @param attempts checks made so far
 * @param result what the last one came to
 * @param defects what the last failed check found, kept until the next check
 * @param returned how the goods came back from the carrier, null if they have not or have
 * passed a check since
 */
public record Inspection(int attempts, Result result, List<Defect> defects, @Nullable GoodsReturned returned) {

	static final Inspection NONE = new Inspection(0, Result.OPEN, List.of(), null);

	public Inspection {
		defects = List.copyOf(defects);
	}

	Inspection passed(int attempt) {
		return new Inspection(attempt, Result.PASSED, List.of(), null);
	}

	Inspection failed(int attempt, List<Defect> found) {
		return new Inspection(attempt, Result.FAILED, found, this.returned);
	}

	Inspection reworked() {
		return new Inspection(this.attempts, Result.OPEN, this.defects, this.returned);
	}

	/** What was on the road is not what was checked. */
	Inspection cameBack(GoodsReturned back) {
		return new Inspection(this.attempts, Result.OPEN, List.of(), back);
	}

	/** Whether nobody knows yet what of the returned goods is sound. */
	boolean returnUnchecked() {
		return this.returned != null && this.result == Result.OPEN;
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
