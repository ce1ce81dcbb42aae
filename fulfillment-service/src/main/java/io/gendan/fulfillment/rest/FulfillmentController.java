package io.gendan.fulfillment.rest;

import io.gendan.fulfillment.Fulfillment;
import io.gendan.fulfillment.FulfillmentCommand;
import io.gendan.fulfillment.FulfillmentRefusal;
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

/** Production, quality check and packing of orders (FUL-2, FUL-4, FUL-5). */
@RestController
@RequestMapping("/api/fulfillments")
@Refuses(FulfillmentRefusal.class)
@Tag(name = "Fulfillments")
class FulfillmentController {

	private final StageEdge<Fulfillment, FulfillmentCommand> edge;

	FulfillmentController(StageEdge<Fulfillment, FulfillmentCommand> edge) {
		this.edge = edge;
	}

	@GetMapping
	@PreAuthorize(Readers.ONLY)
	@Operation(summary = "Orders at this stage, filtered by summary fields such as state")
	ResponseEntity<ListAnswer> list(ListQuery query, Call call) {
		return this.edge.list(query, call);
	}

	@GetMapping("/{order}")
	@PreAuthorize(Readers.ONLY)
	@Operation(summary = "An order at this stage")
	ResponseEntity<FulfillmentView> show(@PathVariable String order, Call call) {
		return this.edge.show(order, call, FulfillmentView::of);
	}

	@PostMapping("/{order}/progress")
	@PreAuthorize("hasRole('production')")
	@Operation(summary = "Production reports; at 100 percent the goods are there")
	ResponseEntity<FulfillmentView> progress(@PathVariable String order, @RequestBody ProgressRequest body, Call call) {
		return this.edge.command(order, body.command(), call, FulfillmentView::of);
	}

	@PostMapping("/progress")
	@PreAuthorize("hasRole('production')")
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult progressMany(@RequestBody Bulk<ProgressRequest> bulk, Call call) {
		return this.edge.bulk(bulk, ProgressRequest::command, call);
	}

	@PostMapping("/{order}/inspect")
	@PreAuthorize("hasAnyRole('warehouse','production')")
	@Operation(summary = "The goods were checked")
	ResponseEntity<FulfillmentView> inspect(@PathVariable String order, @RequestBody InspectRequest body, Call call) {
		return this.edge.command(order, body.command(), call, FulfillmentView::of);
	}

	@PostMapping("/inspect")
	@PreAuthorize("hasAnyRole('warehouse','production')")
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult inspectMany(@RequestBody Bulk<InspectRequest> bulk, Call call) {
		return this.edge.bulk(bulk, InspectRequest::command, call);
	}

	@PostMapping("/{order}/rework")
	@PreAuthorize("hasAnyRole('warehouse','production')")
	@Operation(summary = "The defects are mended; the check can be repeated")
	ResponseEntity<FulfillmentView> rework(@PathVariable String order, @RequestBody ReworkRequest body, Call call) {
		return this.edge.command(order, body.command(), call, FulfillmentView::of);
	}

	@PostMapping("/rework")
	@PreAuthorize("hasAnyRole('warehouse','production')")
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult reworkMany(@RequestBody Bulk<ReworkRequest> bulk, Call call) {
		return this.edge.bulk(bulk, ReworkRequest::command, call);
	}

	@PostMapping("/{order}/pack")
	@PreAuthorize("hasRole('warehouse')")
	@Operation(summary = "The goods are packed")
	ResponseEntity<FulfillmentView> pack(@PathVariable String order, @RequestBody PackRequest body, Call call) {
		return this.edge.command(order, body.command(), call, FulfillmentView::of);
	}

	@PostMapping("/pack")
	@PreAuthorize("hasRole('warehouse')")
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult packMany(@RequestBody Bulk<PackRequest> bulk, Call call) {
		return this.edge.bulk(bulk, PackRequest::command, call);
	}

}
