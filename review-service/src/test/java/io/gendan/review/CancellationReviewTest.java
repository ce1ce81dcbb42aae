package io.gendan.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Actor;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.order.CancellationOvertaken;
import io.gendan.contract.order.CancellationRequested;
import io.gendan.contract.order.WorkDone;
import io.gendan.contract.review.CancellationApproved;
import io.gendan.contract.review.CancellationRejected;
import io.gendan.contract.review.ReviewEvent;
import io.gendan.review.ReviewCommand.ApproveCancellation;
import io.gendan.review.ReviewCommand.RejectCancellation;
import io.gendan.testing.Scenario;
import io.gendan.testing.StateWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether a confirmed order may be given up, and what that costs (ORD-11, REV-6). */
class CancellationReviewTest {

	private static final WorkDone NOTHING = new WorkDone(null, false, null);

	private static final WorkDone BEGUN = new WorkDone(40, false, Money.of("10.00", "CNY"));

	private static final Money COST = Money.of("300.00", "CNY");

	private static Scenario<Review, ReviewCommand, ReviewEvent> approvedOrder() {
		return Story.openReview().given(Story.approved(1));
	}

	private static CancellationRequested request(int attempt, String by, String role, Money cost, WorkDone work) {
		return new CancellationRequested("SO-1", attempt, by, role, Personal.of("客户取消"), cost, work);
	}

	private static CancellationRequested bySales(WorkDone work) {
		return new CancellationRequested("SO-1", 1, "li", "salesperson", Personal.of("客户取消"), null, work);
	}

	@Test
	void aManagerDecidesOnWhatSomebodyElseAskedFor() {
		approvedOrder().received(bySales(NOTHING))
			.then()
			.when(new ApproveCancellation("ok", null))
			.then(new CancellationApproved("SO-1", 1, "wang", Personal.of("ok"), null, NOTHING))
			.when(new ApproveCancellation("ok", null))
			.refused(ReviewRefusal.CANCELLATION_NOT_OPEN);
	}

	@Test
	void onceProductionHasBegunTheCostIsTold() {
		approvedOrder().received(bySales(BEGUN))
			.then()
			.when(new ApproveCancellation(null, null))
			.refusedFields(Map.of("cost", "REQUIRED"))
			.when(new ApproveCancellation(null, new BigDecimal("-1")))
			.refusedFields(Map.of("cost", "AMOUNT_NEGATIVE"))
			.when(new ApproveCancellation(null, new BigDecimal("0.001")))
			.refusedFields(Map.of("cost", "AMOUNT_TOO_FINE"))
			.when(new ApproveCancellation(null, new BigDecimal("300")))
			.then(new CancellationApproved("SO-1", 1, "wang", null, COST, BEGUN));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sales-manager", "general-manager" })
	void aManagerWhoAsksHasApproved(String role) {
		approvedOrder().received(request(1, "chen", role, COST, BEGUN))
			.then(new CancellationApproved("SO-1", 1, "chen", null, COST, BEGUN));
	}

	@Test
	void notWhoEnteredTheOrderAndNotWithoutTheCost() {
		approvedOrder()
			.received(new CancellationRequested("SO-1", 1, "li", "sales-manager", Personal.of("no"), null, NOTHING))
			.then()
			.by(new Actor("sales-manager", "li"))
			.when(new ApproveCancellation(null, null))
			.refused(ReviewRefusal.OWN_ORDER);
		approvedOrder()
			.received(new CancellationRequested("SO-1", 1, "chen", "general-manager", Personal.of("no"), null, BEGUN))
			.then();
	}

	/** What was approved without the new facts is decided on once more, with them. */
	@Test
	void aRequestIssuedAnewIsDecidedAnew() {
		approvedOrder().received(bySales(NOTHING))
			.then()
			.when(new ApproveCancellation(null, null))
			.thenTypes(CancellationApproved.class)
			.received(request(2, "li", "salesperson", null, BEGUN))
			.then()
			.when(new ApproveCancellation(null, null))
			.refusedFields(Map.of("cost", "REQUIRED"))
			.when(new ApproveCancellation(null, new BigDecimal("300")))
			.then(new CancellationApproved("SO-1", 2, "wang", null, COST, BEGUN));
	}

	@Test
	void aRejectedRequestMayBeFollowedByAnother() {
		approvedOrder().received(bySales(NOTHING))
			.then()
			.when(new RejectCancellation(null))
			.refusedFields(Map.of("reason", "REQUIRED"))
			.when(new RejectCancellation("half is made"))
			.then(new CancellationRejected("SO-1", 1, "wang", Personal.of("half is made")))
			.received(request(2, "chen", "general-manager", COST, BEGUN))
			.thenTypes(CancellationApproved.class);
	}

	@Test
	void afterShippingItIsRefusedAndPointsToTheReturn() {
		approvedOrder().received(bySales(NOTHING))
			.then()
			.received(new CancellationOvertaken("SO-1", 1))
			.then()
			.when(new ApproveCancellation(null, null))
			.refused(ReviewRefusal.GOODS_HAVE_LEFT);
	}

	@Test
	void noReviewIsADeadEnd() {
		StateWalk<Review, ReviewCommand, ReviewEvent> walk = StateWalk
			.through(Story.stage(),
					(review) -> List.of(review.state(), review.rounds().size(),
							(review.cancelling() != null) ? review.cancelling().state() : "none"))
			.fact(Story.placed("SO-1", 1, "li"), (review) -> review.rounds().isEmpty())
			.fact(Story.placed("SO-1", 2, "li"), (review) -> review.state() == ReviewState.RETURNED)
			.fact(Story.cancelled("SO-1"), (review) -> review.state() == ReviewState.RETURNED)
			.fact(bySales(BEGUN), (review) -> review.state() == ReviewState.APPROVED && review.cancelling() == null)
			.fact(new CancellationOvertaken("SO-1", 1), (review) -> review.cancelling() != null)
			.command(Story.WANG, (_) -> Story.approve())
			.command(Story.WANG, (_) -> Story.reject())
			.command(Story.WANG, (_) -> Story.returnForCorrection())
			.command(Story.WANG, (_) -> new ApproveCancellation(null, BigDecimal.ZERO))
			.command(Story.WANG, (_) -> new RejectCancellation("no"));
		assertThat(walk.deadEnds((review) -> switch (review.state()) {
			case APPROVED, REJECTED, WITHDRAWN ->
				review.cancelling() == null || review.cancelling().state() != Cancelling.State.OPEN;
			case AWAITED, OPEN, RETURNED -> false;
		})).isEmpty();
		assertThat(walk.reached(Review::state)).contains(ReviewState.RETURNED, ReviewState.REJECTED);
	}

}
