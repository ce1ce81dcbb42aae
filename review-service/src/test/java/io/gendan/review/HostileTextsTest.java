package io.gendan.review;

import java.util.List;

import io.gendan.contract.Personal;
import io.gendan.contract.order.CancellationRequested;
import io.gendan.contract.order.WorkDone;
import io.gendan.contract.review.ReviewEvent;
import io.gendan.review.ReviewCommand.Approve;
import io.gendan.review.ReviewCommand.ApproveCancellation;
import io.gendan.review.ReviewCommand.Reject;
import io.gendan.review.ReviewCommand.RejectCancellation;
import io.gendan.review.ReviewCommand.RequestedCorrection;
import io.gendan.review.ReviewCommand.ReturnForCorrection;
import io.gendan.testing.HostileTexts;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

/** What nobody can see is refused at its field, in every text of every command. */
class HostileTextsTest {

	@Test
	void everyTextOfEveryCommandIsLookedAt() {
		HostileTexts.<Review, ReviewCommand, ReviewEvent>in(ReviewCommand.class)
			.command(Story.openReview(), new Approve("好"))
			.command(Story.openReview(), new Reject("价格过低"))
			.command(Story.openReview(),
					new ReturnForCorrection(List.of(new RequestedCorrection("lines[0].unitPrice", "低于底价"))))
			.command(cancellationAsked(), new ApproveCancellation("好", null))
			.command(cancellationAsked(), new RejectCancellation("已装车"))
			.andNoOthers();
	}

	private static Scenario<Review, ReviewCommand, ReviewEvent> cancellationAsked() {
		return Story.openReview()
			.given(Story.approved(1))
			.received(new CancellationRequested("SO-1", 1, "li", "salesperson", Personal.of("客户取消"), null,
					new WorkDone(null, false, null)))
			.then();
	}

}
