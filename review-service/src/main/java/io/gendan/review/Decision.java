package io.gendan.review;

import java.util.List;

import io.gendan.contract.Personal;
import io.gendan.contract.review.Correction;
import org.jspecify.annotations.Nullable;

/** What a reviewer made of a round (REV-4). */
public sealed interface Decision {

	/**
	 * The state it puts the review in.
	 * @return the state
	 */
	ReviewState state();

	/** Nothing yet. */
	record Pending() implements Decision {

		@Override
		public ReviewState state() {
			return ReviewState.OPEN;
		}

	}

	/**
	 * Approved.
	 *
	 * @param by reviewer
	 * @param remarks reviewer's remarks
	 */
	record Approved(String by, @Nullable Personal remarks) implements Decision {

		@Override
		public ReviewState state() {
			return ReviewState.APPROVED;
		}

	}

	/**
	 * Rejected.
	 *
	 * @param by reviewer
	 * @param reason why
	 */
	record Rejected(String by, Personal reason) implements Decision {

		@Override
		public ReviewState state() {
			return ReviewState.REJECTED;
		}

	}

	/**
	 * Returned for correction.
	 *
	 * @param by reviewer
	 * @param corrections what to correct
	 */
	record Returned(String by, List<Correction> corrections) implements Decision {

		public Returned {
			corrections = List.copyOf(corrections);
		}

		@Override
		public ReviewState state() {
			return ReviewState.RETURNED;
		}

	}

	/** Nobody decided before the order was cancelled or placed anew. */
	record Withdrawn() implements Decision {

		@Override
		public ReviewState state() {
			return ReviewState.WITHDRAWN;
		}

	}

}
