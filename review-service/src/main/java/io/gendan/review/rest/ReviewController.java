package io.gendan.review.rest;

import io.gendan.messaging.ListAnswer;
import io.gendan.messaging.rest.Bulk;
import io.gendan.messaging.rest.BulkResult;
import io.gendan.messaging.rest.Call;
import io.gendan.messaging.rest.ListQuery;
import io.gendan.messaging.rest.Refuses;
import io.gendan.messaging.rest.StageEdge;
import io.gendan.review.Review;
import io.gendan.review.ReviewCommand;
import io.gendan.review.ReviewRefusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reviews of placed orders (REV-1, REV-4, REV-5). */
@RestController
@RequestMapping("/api/reviews")
@Refuses(ReviewRefusal.class)
@Tag(name = "Reviews")
class ReviewController {

	private final StageEdge<Review, ReviewCommand> edge;

	ReviewController(StageEdge<Review, ReviewCommand> edge) {
		this.edge = edge;
	}

	@GetMapping
	@PreAuthorize(Roles.READING)
	@Operation(summary = "Reviews, filtered by summary fields such as state")
	ResponseEntity<ListAnswer> list(ListQuery query, Call call) {
		return this.edge.list(query, call);
	}

	@GetMapping("/{order}")
	@PreAuthorize(Roles.READING)
	@Operation(summary = "The review of an order with all its rounds")
	ResponseEntity<ReviewView> show(@PathVariable String order, Call call) {
		return this.edge.show(order, call, ReviewView::of);
	}

	@PostMapping("/{order}/approve")
	@PreAuthorize(Roles.REVIEWING)
	@Operation(summary = "The order may go on to the customer's confirmation")
	ResponseEntity<ReviewView> approve(@PathVariable String order, @RequestBody ApproveRequest body, Call call) {
		return this.edge.command(order, body.command(), call, ReviewView::of);
	}

	@PostMapping("/approve")
	@PreAuthorize(Roles.REVIEWING)
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult approveMany(@RequestBody Bulk<ApproveRequest> bulk, Call call) {
		return this.edge.bulk(bulk, ApproveRequest::command, call);
	}

	@PostMapping("/{order}/reject")
	@PreAuthorize(Roles.REVIEWING)
	@Operation(summary = "The order ends here")
	ResponseEntity<ReviewView> reject(@PathVariable String order, @RequestBody RejectRequest body, Call call) {
		return this.edge.command(order, body.command(), call, ReviewView::of);
	}

	@PostMapping("/reject")
	@PreAuthorize(Roles.REVIEWING)
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult rejectMany(@RequestBody Bulk<RejectRequest> bulk, Call call) {
		return this.edge.bulk(bulk, RejectRequest::command, call);
	}

	@PostMapping("/{order}/return")
	@PreAuthorize(Roles.REVIEWING)
	@Operation(summary = "The order goes back to be corrected and placed again")
	ResponseEntity<ReviewView> returnForCorrection(@PathVariable String order, @RequestBody ReturnRequest body,
			Call call) {
		return this.edge.command(order, body.command(), call, ReviewView::of);
	}

	@PostMapping("/return")
	@PreAuthorize(Roles.REVIEWING)
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult returnForCorrectionMany(@RequestBody Bulk<ReturnRequest> bulk, Call call) {
		return this.edge.bulk(bulk, ReturnRequest::command, call);
	}

	@PostMapping("/{order}/approve-cancellation")
	@PreAuthorize(Roles.REVIEWING)
	@Operation(summary = "The confirmed order may be given up, with what that costs (REV-6)")
	ResponseEntity<ReviewView> approveCancellation(@PathVariable String order,
			@RequestBody ApproveCancellationRequest body, Call call) {
		return this.edge.command(order, body.command(), call, ReviewView::of);
	}

	@PostMapping("/approve-cancellation")
	@PreAuthorize(Roles.REVIEWING)
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult approveCancellationMany(@RequestBody Bulk<ApproveCancellationRequest> bulk, Call call) {
		return this.edge.bulk(bulk, ApproveCancellationRequest::command, call);
	}

	@PostMapping("/{order}/reject-cancellation")
	@PreAuthorize(Roles.REVIEWING)
	@Operation(summary = "The confirmed order goes on (REV-6)")
	ResponseEntity<ReviewView> rejectCancellation(@PathVariable String order,
			@RequestBody RejectCancellationRequest body, Call call) {
		return this.edge.command(order, body.command(), call, ReviewView::of);
	}

	@PostMapping("/reject-cancellation")
	@PreAuthorize(Roles.REVIEWING)
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult rejectCancellationMany(@RequestBody Bulk<RejectCancellationRequest> bulk, Call call) {
		return this.edge.bulk(bulk, RejectCancellationRequest::command, call);
	}

}
