package io.gendan.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;
import io.gendan.contract.order.CancellationOvertaken;
import io.gendan.contract.order.CancellationRequested;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.review.CancellationApproved;
import io.gendan.contract.review.CancellationRejected;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.contract.review.ReviewEvent;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.contract.review.ReviewOverdue;
import io.gendan.review.Cancelling.State;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.Sla;
import io.gendan.stage.Stage;

/**
 * The stage between placing and confirming: a placed order opens a review, a reviewer
 * ends it, and time that runs out is told to the next level (REV-1, REV-2, REV-4).
 */
final class ReviewStage implements Stage<Review, ReviewCommand, ReviewEvent> {

	private static final String SLA = "review";

	private final ReviewPolicy policy;

	ReviewStage(ReviewPolicy policy) {
		this.policy = policy;
	}

	@Override
	public Service service() {
		return Service.REVIEW;
	}

	@Override
	public Review initial(String order) {
		return Review.initial(order);
	}

	@Override
	public Review evolve(Review review, GendanEvent event) {
		return switch (event) {
			case ReviewEvent own -> evolveOwn(review, own);
			case OrderPlaced placed -> review.placed(Placement.of(placed));
			case OrderCancelled _ -> review.withdrawn();
			case CancellationRequested requested -> review.with(Cancelling.of(requested));
			case CancellationOvertaken late -> cancelling(review, late.attempt(), State.OVERTAKEN);
			default -> review;
		};
	}

	private static Review evolveOwn(Review review, ReviewEvent event) {
		return switch (event) {
			case ReviewOpened opened -> review.opened(opened.round(), opened.dueAt());
			case OrderApproved approved ->
				review.decided(approved.round(), new Decision.Approved(approved.approvedBy(), approved.remarks()));
			case OrderRejected rejected ->
				review.decided(rejected.round(), new Decision.Rejected(rejected.rejectedBy(), rejected.reason()));
			case OrderReturnedForCorrection returned ->
				review.decided(returned.round(), new Decision.Returned(returned.returnedBy(), returned.corrections()));
			case CancellationApproved approved -> cancelling(review, approved.attempt(), State.APPROVED);
			case CancellationRejected rejected -> cancelling(review, rejected.attempt(), State.REJECTED);
			case ReviewOverdue overdue -> review.overdue(overdue.round(), overdue.escalatedTo());
		};
	}

	private static Review cancelling(Review review, int attempt, State next) {
		return review.with(Cancelling.changed(review.cancelling(), attempt, next));
	}

	@Override
	public Outcome<ReviewEvent> decide(Review review, ReviewCommand command, Context context) {
		return ReviewDecisions.decide(review, command, context.actor());
	}

	@Override
	public Set<Class<? extends GendanEvent>> listensTo() {
		return Set.of(OrderPlaced.class, OrderCancelled.class, CancellationRequested.class,
				CancellationOvertaken.class);
	}

	@Override
	public List<ReviewEvent> react(Review review, GendanEvent received, Context context) {
		if (received instanceof OrderPlaced placed && review.awaits(placed.round())) {
			return List.of(new ReviewOpened(review.order(), placed.round(), this.policy.dueAt(context.now())));
		}
		return CancellationDecisions.byAsking(review).map(List::of).orElse(List.of());
	}

	@Override
	public Optional<Instant> due(Review review) {
		return review.openRound().filter((round) -> !round.overdue()).map(Round::dueAt);
	}

	@Override
	public Optional<Sla> sla(Review review) {
		return review.openRound().map((round) -> new Sla(SLA, round.dueAt()));
	}

	@Override
	public boolean withdrawn(Review before, Review after) {
		return before.openRound()
			.map((_) -> after.rounds().get(before.rounds().size() - 1).decision())
			.filter(Decision.Withdrawn.class::isInstance)
			.isPresent();
	}

	@Override
	public Set<String> slas() {
		return Set.of(SLA);
	}

	@Override
	public Duration counted(Instant from, Instant to) {
		return this.policy.worked(from, to);
	}

	@Override
	public List<ReviewEvent> onDue(Review review, Context context) {
		return review.openRound()
			.filter((round) -> round.runsOut(context.now()))
			.<List<ReviewEvent>>map((round) -> List
				.of(new ReviewOverdue(review.order(), round.number(), round.dueAt(), this.policy.escalation())))
			.orElse(List.of());
	}

	@Override
	public Optional<Owner> owner(Review review) {
		return Optional.ofNullable(review.placement())
			.map((placement) -> new Owner(placement.customerId(), placement.enteredBy()));
	}

	@Override
	public List<Column> columns() {
		return ReviewSummary.COLUMNS;
	}

	@Override
	public Map<String, Object> summary(Review review) {
		return ReviewSummary.of(review);
	}

}
