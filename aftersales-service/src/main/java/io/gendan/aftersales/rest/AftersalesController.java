package io.gendan.aftersales.rest;

import io.gendan.aftersales.Aftersales;
import io.gendan.aftersales.AftersalesCommand;
import io.gendan.aftersales.AftersalesRefusal;
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

/** Acceptance, survey and closing (AFT-1, AFT-7). */
@RestController
@RequestMapping("/api/aftersales")
@Refuses(AftersalesRefusal.class)
@Tag(name = "After-sales")
class AftersalesController {

	private final StageEdge<Aftersales, AftersalesCommand> edge;

	AftersalesController(StageEdge<Aftersales, AftersalesCommand> edge) {
		this.edge = edge;
	}

	@GetMapping
	@PreAuthorize(Roles.READING)
	@Operation(summary = "Orders at this stage, filtered by summary fields such as state")
	ResponseEntity<ListAnswer> list(ListQuery query, Call call) {
		return this.edge.list(query, call);
	}

	@GetMapping("/{order}")
	@PreAuthorize(Roles.FOLLOWING)
	@Operation(summary = "An order after the sale")
	ResponseEntity<AftersalesView> show(@PathVariable String order, Call call) {
		return this.edge.show(order, call, AftersalesView.to(call));
	}

	@PostMapping("/{order}/accept")
	@PreAuthorize(Roles.SPEAKING_FOR_THE_CUSTOMER)
	@Operation(summary = "The customer accepts the goods; the service window opens")
	ResponseEntity<AftersalesView> accept(@PathVariable String order, @RequestBody AcceptRequest body, Call call) {
		return this.edge.command(order, body.command(), call, AftersalesView.to(call));
	}

	@PostMapping("/accept")
	@PreAuthorize(Roles.SPEAKING_FOR_THE_CUSTOMER)
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult acceptMany(@RequestBody Bulk<AcceptRequest> bulk, Call call) {
		return this.edge.bulk(bulk, AcceptRequest::command, call);
	}

	@PostMapping("/{order}/survey")
	@PreAuthorize(Roles.SPEAKING_FOR_THE_CUSTOMER)
	@Operation(summary = "The customer answers the survey, once")
	ResponseEntity<AftersalesView> survey(@PathVariable String order, @RequestBody SurveyRequest body, Call call) {
		return this.edge.command(order, body.command(), call, AftersalesView.to(call));
	}

	@PostMapping("/survey")
	@PreAuthorize(Roles.SPEAKING_FOR_THE_CUSTOMER)
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult surveyMany(@RequestBody Bulk<SurveyRequest> bulk, Call call) {
		return this.edge.bulk(bulk, SurveyRequest::command, call);
	}

	@PostMapping("/{order}/close")
	@PreAuthorize(Roles.CLOSING)
	@Operation(summary = "The service window of accepted goods ends early")
	ResponseEntity<AftersalesView> close(@PathVariable String order, @RequestBody CloseRequest body, Call call) {
		return this.edge.command(order, body.command(), call, AftersalesView.to(call));
	}

	@PostMapping("/close")
	@PreAuthorize(Roles.CLOSING)
	@Operation(summary = "The same for many orders, each by itself")
	BulkResult closeMany(@RequestBody Bulk<CloseRequest> bulk, Call call) {
		return this.edge.bulk(bulk, CloseRequest::command, call);
	}

}
