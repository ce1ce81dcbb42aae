package io.gendan.review;

import java.time.Instant;
import java.util.Map;

import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.review.OrderApproved;
import io.gendan.stage.Context;
import io.gendan.stage.Owner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The review, told as stories. */
class ReviewStageTest {

	private static final Instant TUESDAY_NOON = Instant.parse("2026-03-03T04:00:00Z");

	@Test
	void aPlacedOrderOpensAReviewInWorkingTime() {
		Story.order()
			.received(Story.placed("SO-1", 1, "li"))
			.then(Story.opened(1))
			.due(Story.MONDAY_FIFTEEN)
			.when(new ReviewCommand.Approve("  同意 "))
			.then(new OrderApproved("SO-1", 1, "wang", Personal.of("同意")))
			.notDue();
	}

	@Test
	void theClockStandsStillWhileTheOrderIsBackForCorrection() {
		var review = Story.openReview()
			.when(Story.returnForCorrection())
			.then(Story.returned(1))
			.notDue()
			.whenDue(TUESDAY_NOON)
			.then();
		assertThat(review.state().state()).isEqualTo(ReviewState.RETURNED);
	}

	@Test
	void everyRoundStaysReadable() {
		var review = Story.openReview()
			.when(Story.returnForCorrection())
			.then(Story.returned(1))
			.received(Story.placed("SO-1", 2, "zhou"))
			.then(Story.opened(2))
			.when(Story.approve())
			.then(Story.approved(2));
		assertThat(review.state().state()).isEqualTo(ReviewState.APPROVED);
		assertThat(review.state().rounds())
			.extracting(Round::number, (round) -> round.placement().enteredBy(), (round) -> round.decision().state())
			.containsExactly(tuple(1, "li", ReviewState.RETURNED), tuple(2, "zhou", ReviewState.APPROVED));
	}

	@Test
	void aPromiseIsCalledOffByWhoeverOrdersAndKeptByWhoeverReviews() {
		assertThat(withdrawnBy(Story.cancelled("SO-1"))).isTrue();
		assertThat(withdrawnBy(Story.placed("SO-1", 2, "li"), Story.opened(2))).isTrue();
		assertThat(withdrawnBy(Story.approved(1))).isFalse();
		assertThat(withdrawnBy(Story.returned(1), Story.placed("SO-1", 2, "li"), Story.opened(2))).isFalse();
		assertThat(withdrawnBy(Story.rejected(1), Story.cancelled("SO-1"))).isFalse();
	}

	private static boolean withdrawnBy(GendanEvent... events) {
		return Story.stage().withdrawn(Story.openReview().state(), Story.openReview().given(events).state());
	}

	@Test
	void nobodyReviewsWhatTheyEntered() {
		Story.openReview()
			.by(new Actor("general-manager", "li"))
			.when(Story.approve())
			.refused(ReviewRefusal.OWN_ORDER)
			.when(Story.reject())
			.refused(ReviewRefusal.OWN_ORDER)
			.when(Story.returnForCorrection())
			.refused(ReviewRefusal.OWN_ORDER);
	}

	@Test
	void nobodyReviewsWhatTheyEnteredInAnEarlierRound() {
		Story.openReview()
			.given(Story.returned(1), Story.placed("SO-1", 2, "zhou"), Story.opened(2))
			.by(new Actor("sales-manager", "li"))
			.when(Story.approve())
			.refused(ReviewRefusal.OWN_ORDER)
			.by(new Actor("sales-manager", "zhou"))
			.when(Story.approve())
			.refused(ReviewRefusal.OWN_ORDER);
	}

	@Test
	void timeThatRunsOutIsToldOnceForEveryRound() {
		var review = Story.openReview()
			.whenDue(Story.MONDAY_FIFTEEN.minusMillis(1))
			.then()
			.whenDue(Story.MONDAY_FIFTEEN)
			.then(Story.overdue(1))
			.notDue()
			.whenDue(TUESDAY_NOON)
			.then()
			.when(Story.returnForCorrection())
			.then(Story.returned(1))
			.at(Story.MONDAY_TEN)
			.received(Story.placed("SO-1", 2, "li"))
			.then(Story.opened(2))
			.due(Story.MONDAY_FIFTEEN)
			.whenDue(TUESDAY_NOON)
			.then(Story.overdue(2));
		assertThat(review.state().rounds()).extracting(Round::escalatedTo)
			.containsExactly("general-manager", "general-manager");
	}

	@Test
	void aClockThatStrikesTooEarlyTellsNobody() {
		Review review = Story.openReview().state();
		assertThat(Story.stage().onDue(review, new Context(Story.WANG, Story.MONDAY_FIFTEEN.minusNanos(1)))).isEmpty();
	}

	@Test
	void anOverdueReviewCanStillBeDecided() {
		Story.openReview().given(Story.overdue(1)).when(Story.approve()).then(Story.approved(1));
	}

	@Test
	void aCancelledOrderIsWithdrawnAndNeverOpenedAgain() {
		var review = Story.openReview()
			.received(Story.cancelled("SO-1"))
			.then()
			.notDue()
			.received(Story.placed("SO-1", 2, "li"))
			.then();
		assertThat(review.state().state()).isEqualTo(ReviewState.WITHDRAWN);
		assertThat(review.state().rounds().getLast().decision()).isEqualTo(new Decision.Withdrawn());
	}

	@Test
	void aCancellationThatComesFirstOpensNothing() {
		Story.order().received(Story.cancelled("SO-1")).then().received(Story.placed("SO-1", 1, "li")).then();
	}

	@Test
	void theSameRoundOpensNoSecondReview() {
		Story.openReview().received(Story.placed("SO-1", 1, "li")).then();
	}

	@Test
	void aNewerContentTakesThePlaceOfAnUndecidedOne() {
		var review = Story.openReview().received(Story.placed("SO-1", 2, "li")).then(Story.opened(2));
		assertThat(review.state().rounds()).extracting((round) -> round.decision().state())
			.containsExactly(ReviewState.WITHDRAWN, ReviewState.OPEN);
		review.when(Story.approve()).then(Story.approved(2));
	}

	@Test
	void evolvingIsTotal() {
		Story.order()
			.given(Story.opened(1), Story.approved(7), Story.rejected(7), Story.returned(7), Story.overdue(7))
			.notDue();
		assertThat(Story.order().given(Story.opened(1)).state()).isEqualTo(Review.initial("SO-1"));
	}

	@Test
	void theListShowsWhatAManagerLooksFor() {
		ReviewStage stage = Story.stage();
		Review overdue = Story.openReview().given(Story.overdue(1)).state();
		assertThat(stage.owner(overdue)).contains(new Owner("C-1", "li"));
		assertThat(stage.summary(overdue)).containsOnly(Map.entry("state", "OPEN"),
				Map.entry("customer", Personal.of("南方五金有限公司")), Map.entry("amount", "1200.00"),
				Map.entry("currency", "CNY"), Map.entry("round", 1), Map.entry("dueAt", "2026-03-02T07:00:00Z"),
				Map.entry("overdue", true));
		assertThat(stage.summary(Review.initial("SO-1"))).containsOnly(Map.entry("state", "AWAITED"));
	}

}
