package io.gendan.contract.review;

import io.gendan.contract.AboutOrder;

/** Events of review-service: review and approval (REV). */
public sealed interface ReviewEvent extends AboutOrder permits ReviewOpened, OrderApproved, OrderRejected,
		OrderReturnedForCorrection, ReviewOverdue, CancellationApproved, CancellationRejected {

}
