package io.gendan.review.rest;

import java.util.List;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.review.Cancelling;
import io.gendan.review.Placement;
import io.gendan.review.Review;
import io.gendan.review.ReviewState;
import org.jspecify.annotations.Nullable;

/**
 * The review of an order as clients see it.
 *
 * @param order order number
 * @param version grows with everything that happens here; the ETag
 * @param state where the review stands
 * @param customerId customer number
 * @param customer company name
 * @param total sum of the order as placed last
 * @param enteredBy user who placed it last
 * @param rounds all rounds, oldest first
 * @param cancellation the latest request to give the confirmed order up (REV-6)
 */
record ReviewView(String order, long version, ReviewState state, @Nullable String customerId,
		@Nullable Personal customer, @Nullable Money total, @Nullable String enteredBy, List<RoundView> rounds,
		@Nullable Cancelling cancellation) {

	static ReviewView of(OrderSnapshot<Review> snapshot) {
		Review review = snapshot.state();
		List<RoundView> rounds = review.rounds().stream().map(RoundView::of).toList();
		Placement placement = review.placement();
		if (placement == null) {
			return new ReviewView(snapshot.order(), snapshot.version(), review.state(), null, null, null, null, rounds,
					review.cancelling());
		}
		return new ReviewView(snapshot.order(), snapshot.version(), review.state(), placement.customerId(),
				placement.customer(), placement.total(), placement.enteredBy(), rounds, review.cancelling());
	}

}
