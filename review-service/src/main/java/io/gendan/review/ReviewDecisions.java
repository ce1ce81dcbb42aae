package io.gendan.review;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import io.gendan.contract.Actor;
import io.gendan.contract.Personal;
import io.gendan.contract.review.Correction;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.contract.review.ReviewEvent;
import io.gendan.review.ReviewCommand.Approve;
import io.gendan.review.ReviewCommand.ApproveCancellation;
import io.gendan.review.ReviewCommand.Reject;
import io.gendan.review.ReviewCommand.RejectCancellation;
import io.gendan.review.ReviewCommand.ReturnForCorrection;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Decides on an order that waits for approval (REV-4, REV-5). The content of the request
 * is judged first, then the state of the order, then the person.
 */
final class ReviewDecisions {

	private ReviewDecisions() {
	}

	static Outcome<ReviewEvent> decide(Review review, ReviewCommand command, Actor reviewer) {
		RequestCheck check = new RequestCheck();
		String order = review.order();
		String by = reviewer.id();
		return switch (command) {
			case Approve approve -> {
				@Nullable Personal remarks = check.optional("remarks", approve.remarks());
				yield conclude(review, reviewer, check, (round) -> new OrderApproved(order, round, by, remarks));
			}
			case Reject reject -> {
				Personal reason = check.required("reason", reject.reason());
				yield conclude(review, reviewer, check, (round) -> new OrderRejected(order, round, by, reason));
			}
			case ReturnForCorrection back -> {
				List<Correction> corrections = check.corrections(back.corrections());
				yield conclude(review, reviewer, check,
						(round) -> new OrderReturnedForCorrection(order, round, by, corrections));
			}
			case ApproveCancellation approve -> CancellationDecisions.approve(review, approve, reviewer);
			case RejectCancellation reject -> CancellationDecisions.reject(review, reject, reviewer);
		};
	}

	private static Outcome<ReviewEvent> conclude(Review review, Actor reviewer, RequestCheck check,
			IntFunction<ReviewEvent> verdict) {
		if (!check.faults().isEmpty()) {
			return Outcome.refused(ReviewRefusal.FIELDS_INVALID, check.faults());
		}
		return review.openRound().map((round) -> {
			if (review.enteredBy(reviewer.id())) {
				return Outcome.<ReviewEvent>refused(ReviewRefusal.OWN_ORDER,
						Map.of("order", review.order(), "user", reviewer.id()));
			}
			return Outcome.accepted(verdict.apply(round.number()));
		})
			.orElseGet(() -> Outcome.refused(ReviewRefusal.REVIEW_NOT_OPEN,
					Map.of("order", review.order(), "state", review.state().name())));
	}

}
