package io.gendan.contract.review;

import io.gendan.contract.GendanEvent;

/** Events of review-service: review and approval (REV). */
public sealed interface ReviewEvent extends GendanEvent permits ReviewOpened, OrderApproved, OrderRejected,
		OrderReturnedForCorrection, ReviewOverdue, CancellationApproved, CancellationRejected {

}
