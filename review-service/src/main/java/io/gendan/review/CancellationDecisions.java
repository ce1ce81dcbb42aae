package io.gendan.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.gendan.contract.Actor;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.review.CancellationApproved;
import io.gendan.contract.review.CancellationRejected;
import io.gendan.contract.review.ReviewEvent;
import io.gendan.review.Cancelling.State;
import io.gendan.review.ReviewCommand.ApproveCancellation;
import io.gendan.review.ReviewCommand.RejectCancellation;
import io.gendan.stage.FieldFault;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Decides on giving a confirmed order up (ORD-11, REV-6). What it costs is told before it
 * is approved, as soon as production has begun.
 */
final class CancellationDecisions {

	private CancellationDecisions() {
	}

	static Outcome<ReviewEvent> approve(Review review, ApproveCancellation command, Actor reviewer) {
		RequestCheck check = new RequestCheck();
		@Nullable Personal remarks = check.optional("remarks", command.remarks());
		Placement placement = review.placement();
		@Nullable Money cost = (placement != null) ? check.amount("cost", command.cost(), placement.total().currency()) : null;
		return conclude(review, reviewer, check,
				(latest) -> latest.effort().told(cost)
						? Outcome.accepted(approved(review, latest, reviewer.id(), remarks, cost)) : Outcome.refused(
								ReviewRefusal.FIELDS_INVALID, List.of(new FieldFault("cost", FieldRefusal.REQUIRED))));
	}

	static Outcome<ReviewEvent> reject(Review review, RejectCancellation command, Actor reviewer) {
		RequestCheck check = new RequestCheck();
		Personal reason = check.required("reason", command.reason());
		return conclude(review, reviewer, check, (latest) -> Outcome
			.accepted(new CancellationRejected(review.order(), latest.attempt(), reviewer.id(), reason)));
	}

	/** A manager who did not enter the order has approved by asking. */
	static Optional<ReviewEvent> byAsking(Review review) {
		return open(review).filter(Cancelling::decidedByAsking)
			.filter((latest) -> !review.enteredBy(latest.requestedBy()))
			.map((latest) -> approved(review, latest, latest.requestedBy(), null, null));
	}

	private static ReviewEvent approved(Review review, Cancelling latest, String by, @Nullable Personal remarks,
			@Nullable Money cost) {
		return new CancellationApproved(review.order(), latest.attempt(), by, remarks, latest.effort().cost(cost),
				latest.effort().work());
	}

	private static Outcome<ReviewEvent> conclude(Review review, Actor reviewer, RequestCheck check,
			Function<Cancelling, Outcome<ReviewEvent>> verdict) {
		if (!check.faults().isEmpty()) {
			return Outcome.refused(ReviewRefusal.FIELDS_INVALID, check.faults());
		}
		Optional<Cancelling> open = open(review);
		if (open.isEmpty()) {
			return Outcome.refused(
					overtaken(review) ? ReviewRefusal.GOODS_HAVE_LEFT : ReviewRefusal.CANCELLATION_NOT_OPEN,
					Map.of("order", review.order()));
		}
		if (review.enteredBy(reviewer.id())) {
			return Outcome.refused(ReviewRefusal.OWN_ORDER, Map.of("order", review.order(), "user", reviewer.id()));
		}
		return verdict.apply(open.get());
	}

	private static Optional<Cancelling> open(Review review) {
		return Optional.ofNullable(review.cancelling()).filter((latest) -> latest.state() == State.OPEN);
	}

	private static boolean overtaken(Review review) {
		return review.cancelling() instanceof Cancelling latest && latest.state() == State.OVERTAKEN;
	}

}
