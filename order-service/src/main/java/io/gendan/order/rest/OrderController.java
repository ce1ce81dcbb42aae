package io.gendan.order.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.gendan.messaging.ListAnswer;
import io.gendan.messaging.OrderPage;
import io.gendan.messaging.rest.Bulk;
import io.gendan.messaging.rest.BulkResult;
import io.gendan.messaging.rest.Call;
import io.gendan.messaging.rest.ListQuery;
import io.gendan.messaging.rest.RefusedException;
import io.gendan.messaging.rest.Refuses;
import io.gendan.messaging.rest.StageEdge;
import io.gendan.order.Known;
import io.gendan.order.Order;
import io.gendan.order.OrderCommand;
import io.gendan.order.OrderForm;
import io.gendan.order.OrderRefusal;
import io.gendan.order.entry.Registers;
import io.gendan.stage.FieldFault;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.Refusal;
import io.gendan.stage.RefusalCode;
import io.gendan.stage.TypedText;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Orders: entry, confirmation, cancellation, archive (ORD-4, ORD-9, ORD-11, ORD-21). */
@RestController
@RequestMapping("/api/orders")
@Refuses(OrderRefusal.class)
@Tag(name = "Orders")
class OrderController {

	private static final String ENTERED_BY = "enteredBy";

	private final StageEdge<Order, OrderCommand> edge;

	private final OrderNumbers numbers;

	private final Registers registers;

	OrderController(StageEdge<Order, OrderCommand> edge, OrderNumbers numbers, Registers registers) {
		this.edge = edge;
		this.numbers = numbers;
		this.registers = registers;
	}

	@PostMapping
	@Entering
	ResponseEntity<OrderView> place(@RequestBody PlaceRequest body, Call call) {
		String number = (body.number() != null) ? spelt(body.number()) : this.numbers.next(call);
		OrderForm form = body.form();
		Known known = this.registers.entered(form, call.visibility());
		ResponseEntity<OrderView> created = this.edge.create(number, new OrderCommand.Place(form, known),
				call.seeing(known.visibility(form, call.visibility())), OrderView.to(call));
		return ResponseEntity.created(URI.create("/api/orders/" + UriUtils.encode(number, StandardCharsets.UTF_8)))
			.eTag(created.getHeaders().getETag())
			.body(created.getBody());
	}

	@GetMapping
	@Following
	ResponseEntity<ListAnswer> list(ListQuery query, Call call) {
		if (!call.byCustomer()) {
			return this.edge.list(query, call);
		}
		if (query.columns().contains(ENTERED_BY)) {
			return ResponseEntity.ok(new OrderPage(List.of(), null));
		}
		return this.edge.list(query, call, OrderController::withoutStaff);
	}

	/** A customer does not see who entered an order, and so finds nothing by it. */
	private static Map<String, Object> withoutStaff(Map<String, Object> row) {
		Map<String, Object> shown = new LinkedHashMap<>(row);
		shown.remove(ENTERED_BY);
		return shown;
	}

	@GetMapping("/{number}")
	@Following
	ResponseEntity<OrderView> show(@PathVariable String number, Call call) {
		return this.edge.show(number, call, OrderView.to(call));
	}

	/** After a return for correction; the number in the body may be left out. */
	@PostMapping("/{number}/place")
	@Entering
	ResponseEntity<OrderView> placeAgain(@PathVariable String number, @RequestBody PlaceRequest body, Call call) {
		if (body.number() != null && !spelt(body.number()).equals(number)) {
			throw refused(OrderRefusal.ORDER_NUMBER_DISAGREES, Map.of("order", number));
		}
		OrderForm form = body.form();
		Known known = this.registers.entered(form, call.visibility());
		return this.edge.command(number, new OrderCommand.PlaceAgain(form, known),
				call.seeing(known.visibility(form, call.visibility())), OrderView.to(call));
	}

	@PostMapping("/{number}/confirm")
	@PreAuthorize("hasAnyRole('customer','salesperson','merchandiser')")
	ResponseEntity<OrderView> confirm(@PathVariable String number,
			@RequestBody(required = false) @Nullable NothingMore body, Call call) {
		return this.edge.command(number, new OrderCommand.Confirm(), call, OrderView.to(call));
	}

	@PostMapping("/confirm")
	@PreAuthorize("hasAnyRole('customer','salesperson','merchandiser')")
	BulkResult confirmMany(@RequestBody Bulk<NothingMore> bulk, Call call) {
		return this.edge.bulk(bulk, (nothing) -> new OrderCommand.Confirm(), call);
	}

	@PostMapping("/{number}/cancel")
	@PreAuthorize("hasAnyRole('customer','salesperson','merchandiser','sales-manager','general-manager')")
	ResponseEntity<OrderView> cancel(@PathVariable String number, @RequestBody CancelRequest body, Call call) {
		return this.edge.command(number, body.command(), call, OrderView.to(call));
	}

	@PostMapping("/cancel")
	@PreAuthorize("hasAnyRole('customer','salesperson','merchandiser','sales-manager','general-manager')")
	BulkResult cancelMany(@RequestBody Bulk<CancelRequest> bulk, Call call) {
		return this.edge.bulk(bulk, CancelRequest::command, call);
	}

	@PostMapping("/{number}/request-cancellation")
	@PreAuthorize("hasAnyRole('customer','salesperson','merchandiser','sales-manager','general-manager')")
	ResponseEntity<OrderView> requestCancellation(@PathVariable String number, @RequestBody CancelRequest body,
			Call call) {
		return this.edge.command(number, body.request(), call, OrderView.to(call));
	}

	@PostMapping("/request-cancellation")
	@PreAuthorize("hasAnyRole('customer','salesperson','merchandiser','sales-manager','general-manager')")
	BulkResult requestCancellationMany(@RequestBody Bulk<CancelRequest> bulk, Call call) {
		return this.edge.bulk(bulk, CancelRequest::request, call);
	}

	@PostMapping("/{number}/archive")
	@PreAuthorize("hasAnyRole('merchandiser','sales-manager','general-manager')")
	ResponseEntity<OrderView> archive(@PathVariable String number,
			@RequestBody(required = false) @Nullable NothingMore body, Call call) {
		return this.edge.command(number, new OrderCommand.Archive(), call, OrderView.to(call));
	}

	@PostMapping("/archive")
	@PreAuthorize("hasAnyRole('merchandiser','sales-manager','general-manager')")
	BulkResult archiveMany(@RequestBody Bulk<NothingMore> bulk, Call call) {
		return this.edge.bulk(bulk, (nothing) -> new OrderCommand.Archive(), call);
	}

	/** Nobody looks for a number that is far too long. */
	private static String spelt(String number) {
		if (TypedText.exceeds(number, OrderCommand.LONGEST_NUMBER)) {
			throw refused(FieldRefusal.TOO_LONG, Map.of("max", OrderCommand.LONGEST_NUMBER));
		}
		return TypedText.normal(number);
	}

	private static RefusedException refused(RefusalCode code, Map<String, Object> facts) {
		return new RefusedException(new Refusal(OrderRefusal.FIELDS_INVALID, Map.of("count", 1),
				List.of(new FieldFault("number", code, facts))));
	}

}
