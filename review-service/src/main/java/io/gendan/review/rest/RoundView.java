package io.gendan.review.rest;

import java.time.Instant;
import java.util.List;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.review.Correction;
import io.gendan.review.Decision;
import io.gendan.review.ReviewState;
import io.gendan.review.Round;
import org.jspecify.annotations.Nullable;

/**
 * One round as clients see it.
 *
 * @param round 1 for the first placing
 * @param state what became of the round
 * @param enteredBy user who placed it
 * @param total sum of the order in this round
 * @param dueAt end of the review time
 * @param escalatedTo role that was told when the time ran out
 * @param decidedBy reviewer
 * @param remarks remarks of an approval, or the reason of a rejection
 * @param corrections what was to be corrected
 */
record RoundView(int round, ReviewState state, String enteredBy, Money total, Instant dueAt,
		@Nullable String escalatedTo, @Nullable String decidedBy, @Nullable Personal remarks,
		List<Correction> corrections) {

	static RoundView of(Round round) {
		return switch (round.decision()) {
			case Decision.Pending _, Decision.Withdrawn _ -> of(round, null, null, List.of());
			case Decision.Approved(String by, var remarks) -> of(round, by, remarks, List.of());
			case Decision.Rejected(String by, Personal reason) -> of(round, by, reason, List.of());
			case Decision.Returned(String by, List<Correction> corrections) -> of(round, by, null, corrections);
		};
	}

	private static RoundView of(Round round, @Nullable String by, @Nullable Personal remarks,
			List<Correction> corrections) {
		return new RoundView(round.number(), round.decision().state(), round.placement().enteredBy(),
				round.placement().total(), round.dueAt(), round.escalatedTo(), by, remarks, corrections);
	}

}
