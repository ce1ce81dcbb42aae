package io.gendan.billing.rest;

import io.gendan.billing.Billing;
import io.gendan.billing.BillingCommand;
import io.gendan.billing.BillingRefusal;
import io.gendan.messaging.ListAnswer;
import io.gendan.messaging.rest.Bulk;
import io.gendan.messaging.rest.BulkResult;
import io.gendan.messaging.rest.Call;
import io.gendan.messaging.rest.ListQuery;
import io.gendan.messaging.rest.Refuses;
import io.gendan.messaging.rest.StageEdge;
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

/** Billings: payment, invoice, settlement (BIL). */
@RestController
@RequestMapping("/api/billings")
@Refuses(BillingRefusal.class)
@Tag(name = "Billings")
class BillingController {

	private final StageEdge<Billing, BillingCommand> edge;

	BillingController(StageEdge<Billing, BillingCommand> edge) {
		this.edge = edge;
	}

	@GetMapping
	@PreAuthorize(Access.READ)
	@Operation(summary = "List billings; any summary field filters, after and limit page")
	ResponseEntity<ListAnswer> list(ListQuery query, Call call) {
		return this.edge.list(query, call);
	}

	@GetMapping("/{order}")
	@PreAuthorize(Access.READ)
	@Operation(summary = "Show the billing of an order")
	ResponseEntity<BillingView> show(@PathVariable String order, Call call) {
		return this.edge.show(order, call, BillingView::of);
	}

	@PostMapping("/{order}/receipts")
	@PreAuthorize(Access.BOOK)
	@Operation(summary = "Book money that has arrived (BIL-3)")
	ResponseEntity<BillingView> receipt(@PathVariable String order, @RequestBody ReceiptRequest body, Call call) {
		return this.edge.command(order, body.command(), call, BillingView::of);
	}

	@PostMapping("/receipts")
	@PreAuthorize(Access.BOOK)
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult receiptMany(@RequestBody Bulk<ReceiptRequest> bulk, Call call) {
		return this.edge.bulk(bulk, ReceiptRequest::command, call);
	}

	@PostMapping("/{order}/reverse-receipt")
	@PreAuthorize(Access.CLEAR)
	@Operation(summary = "Take a receipt back that was booked by mistake, once (BIL-3)")
	ResponseEntity<BillingView> reverse(@PathVariable String order, @RequestBody ReversalRequest body, Call call) {
		return this.edge.command(order, body.command(), call, BillingView::of);
	}

	@PostMapping("/reverse-receipt")
	@PreAuthorize(Access.CLEAR)
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult reverseMany(@RequestBody Bulk<ReversalRequest> bulk, Call call) {
		return this.edge.bulk(bulk, ReversalRequest::command, call);
	}

	@PostMapping("/{order}/write-off")
	@PreAuthorize(Access.CLEAR)
	@Operation(summary = "No longer ask for the rest of the invoice (BIL-3)")
	ResponseEntity<BillingView> writeOff(@PathVariable String order, @RequestBody WriteOffRequest body, Call call) {
		return this.edge.command(order, body.command(), call, BillingView::of);
	}

	@PostMapping("/write-off")
	@PreAuthorize(Access.CLEAR)
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult writeOffMany(@RequestBody Bulk<WriteOffRequest> bulk, Call call) {
		return this.edge.bulk(bulk, WriteOffRequest::command, call);
	}

	@PostMapping("/{order}/refund")
	@PreAuthorize(Access.CLEAR)
	@Operation(summary = "Book that credit has been paid back (BIL-6)")
	ResponseEntity<BillingView> refund(@PathVariable String order, @RequestBody RefundRequest body, Call call) {
		return this.edge.command(order, body.command(), call, BillingView::of);
	}

	@PostMapping("/refund")
	@PreAuthorize(Access.CLEAR)
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult refundMany(@RequestBody Bulk<RefundRequest> bulk, Call call) {
		return this.edge.bulk(bulk, RefundRequest::command, call);
	}

	@PostMapping("/{order}/decide-differences")
	@PreAuthorize(Access.AGREE)
	@Operation(
			summary = "Say what was really delivered; the invoice is for that. Again while no money is booked (LOG-6, BIL-4)")
	ResponseEntity<BillingView> decideDifferences(@PathVariable String order, @RequestBody DifferencesRequest body,
			Call call) {
		return this.edge.command(order, body.command(), call, BillingView::of);
	}

	@PostMapping("/decide-differences")
	@PreAuthorize(Access.AGREE)
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult decideDifferencesMany(@RequestBody Bulk<DifferencesRequest> bulk, Call call) {
		return this.edge.bulk(bulk, DifferencesRequest::command, call);
	}

}
