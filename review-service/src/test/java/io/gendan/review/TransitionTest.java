package io.gendan.review;

import java.util.List;
import java.util.stream.Stream;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.contract.review.ReviewEvent;
import io.gendan.review.ReviewCommand.ApproveCancellation;
import io.gendan.review.ReviewCommand.RejectCancellation;
import io.gendan.testing.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every command and every received event in every state. */
class TransitionTest {

	private static final GendanEvent PLACED = Story.placed("SO-1", 1, "li");

	@ParameterizedTest(name = "{0}, decidable {1}, opens a newer round {2}")
	@MethodSource
	void everyCommandInEveryState(ReviewState state, boolean decidable, boolean opensNewer, List<GendanEvent> past) {
		assertThat(after(past).state().state()).isEqualTo(state);
		if (decidable) {
			after(past).when(Story.approve()).thenTypes(OrderApproved.class);
			after(past).when(Story.reject()).thenTypes(OrderRejected.class);
			after(past).when(Story.returnForCorrection()).thenTypes(OrderReturnedForCorrection.class);
		}
		else {
			after(past).when(Story.approve()).refused(ReviewRefusal.REVIEW_NOT_OPEN);
			after(past).when(Story.reject()).refused(ReviewRefusal.REVIEW_NOT_OPEN);
			after(past).when(Story.returnForCorrection()).refused(ReviewRefusal.REVIEW_NOT_OPEN);
		}
		after(past).when(new ApproveCancellation(null, null)).refused(ReviewRefusal.CANCELLATION_NOT_OPEN);
		after(past).when(new RejectCancellation("no")).refused(ReviewRefusal.CANCELLATION_NOT_OPEN);
		Scenario<Review, ReviewCommand, ReviewEvent> placedAgain = after(past).received(Story.placed("SO-1", 2, "li"));
		if (opensNewer) {
			placedAgain.then(Story.opened(2));
		}
		else {
			placedAgain.then();
		}
		assertThat(after(past).received(Story.cancelled("SO-1")).then().state().state())
			.isEqualTo((state == ReviewState.REJECTED) ? ReviewState.REJECTED : ReviewState.WITHDRAWN);
	}

	static Stream<Arguments> everyCommandInEveryState() {
		return Stream.of(arguments(ReviewState.AWAITED, false, true, List.of()),
				arguments(ReviewState.OPEN, true, true, List.of(PLACED, Story.opened(1))),
				arguments(ReviewState.OPEN, true, true, List.of(PLACED, Story.opened(1), Story.overdue(1))),
				arguments(ReviewState.APPROVED, false, true, List.of(PLACED, Story.opened(1), Story.approved(1))),
				arguments(ReviewState.REJECTED, false, true, List.of(PLACED, Story.opened(1), Story.rejected(1))),
				arguments(ReviewState.REJECTED, false, false,
						List.of(PLACED, Story.opened(1), Story.rejected(1), Story.cancelled("SO-1"))),
				arguments(ReviewState.RETURNED, false, true, List.of(PLACED, Story.opened(1), Story.returned(1))),
				arguments(ReviewState.WITHDRAWN, false, false,
						List.of(PLACED, Story.opened(1), Story.cancelled("SO-1"))));
	}

	private static Scenario<Review, ReviewCommand, ReviewEvent> after(List<GendanEvent> past) {
		return Story.order().given(past.toArray(GendanEvent[]::new));
	}

}
