package io.gendan.logistics.rest;

import io.gendan.logistics.LogisticsRefusal;
import io.gendan.logistics.Shipment;
import io.gendan.logistics.ShipmentCommand;
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

/** Shipments: dispatch, tracking, delivery (LOG). */
@RestController
@RequestMapping("/api/shipments")
@Refuses(LogisticsRefusal.class)
@Tag(name = "Shipments")
class ShipmentController {

	private final StageEdge<Shipment, ShipmentCommand> edge;

	ShipmentController(StageEdge<Shipment, ShipmentCommand> edge) {
		this.edge = edge;
	}

	@GetMapping
	@PreAuthorize(Access.READ)
	@Operation(summary = "List shipments; any summary field filters, after and limit page")
	ResponseEntity<ListAnswer> list(ListQuery query, Call call) {
		return this.edge.list(query, call);
	}

	@GetMapping("/{order}")
	@PreAuthorize(Access.READ)
	@Operation(summary = "Show a shipment")
	ResponseEntity<ShipmentView> show(@PathVariable String order, Call call) {
		return this.edge.show(order, call, ShipmentView::of);
	}

	@PostMapping("/{order}/dispatch")
	@PreAuthorize(Access.SHIP)
	@Operation(
			summary = "Send the goods on their way: the carrier is booked at once, the state is BOOKING until it answers (LOG-3)")
	ResponseEntity<ShipmentView> dispatch(@PathVariable String order, @RequestBody DispatchRequest body, Call call) {
		return this.edge.command(order, body.command(), call, ShipmentView::of);
	}

	@PostMapping("/dispatch")
	@PreAuthorize(Access.SHIP)
	@Operation(summary = "The same for many shipments, each by itself")
	BulkResult dispatchMany(@RequestBody Bulk<DispatchRequest> bulk, Call call) {
		return this.edge.bulk(bulk, DispatchRequest::command, call);
	}

	@PostMapping("/{order}/tracking")
	@PreAuthorize(Access.REPORT)
	@Operation(summary = "Take a report of the carrier; duplicates and disorder are harmless (LOG-4)")
	ResponseEntity<ShipmentView> track(@PathVariable String order, @RequestBody TrackingRequest body, Call call) {
		return this.edge.command(order, body.command(), call, ShipmentView::of);
	}

	@PostMapping("/tracking")
	@PreAuthorize(Access.REPORT)
	@Operation(summary = "The same for many shipments, each by itself")
	BulkResult trackMany(@RequestBody Bulk<TrackingRequest> bulk, Call call) {
		return this.edge.bulk(bulk, TrackingRequest::command, call);
	}

	@PostMapping("/{order}/fail")
	@PreAuthorize(Access.SHIP)
	@Operation(summary = "Record a failed delivery attempt (LOG-5)")
	ResponseEntity<ShipmentView> fail(@PathVariable String order, @RequestBody FailRequest body, Call call) {
		return this.edge.command(order, body.command(), call, ShipmentView::of);
	}

	@PostMapping("/fail")
	@PreAuthorize(Access.SHIP)
	@Operation(summary = "The same for many shipments, each by itself")
	BulkResult failMany(@RequestBody Bulk<FailRequest> bulk, Call call) {
		return this.edge.bulk(bulk, FailRequest::command, call);
	}

	@PostMapping("/{order}/deliver")
	@PreAuthorize(Access.SHIP)
	@Operation(summary = "Record the delivery and who signed for it (LOG-6)")
	ResponseEntity<ShipmentView> deliver(@PathVariable String order, @RequestBody DeliverRequest body, Call call) {
		return this.edge.command(order, body.command(), call, ShipmentView::of);
	}

	@PostMapping("/deliver")
	@PreAuthorize(Access.SHIP)
	@Operation(summary = "The same for many shipments, each by itself")
	BulkResult deliverMany(@RequestBody Bulk<DeliverRequest> bulk, Call call) {
		return this.edge.bulk(bulk, DeliverRequest::command, call);
	}

	@PostMapping("/{order}/return")
	@PreAuthorize(Access.SHIP)
	@Operation(
			summary = "Goods that could not be delivered are back; they are checked and packed anew before they leave again (LOG-5)")
	ResponseEntity<ShipmentView> takeBack(@PathVariable String order, @RequestBody TakeBackRequest body, Call call) {
		return this.edge.command(order, body.command(), call, ShipmentView::of);
	}

	@PostMapping("/return")
	@PreAuthorize(Access.SHIP)
	@Operation(summary = "The same for many shipments, each by itself")
	BulkResult takeBackMany(@RequestBody Bulk<TakeBackRequest> bulk, Call call) {
		return this.edge.bulk(bulk, TakeBackRequest::command, call);
	}

}
