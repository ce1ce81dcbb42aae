package io.gendan.order.customer.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.gendan.contract.Subject;
import io.gendan.messaging.ListAnswer;
import io.gendan.messaging.OrderPage;
import io.gendan.messaging.rest.Call;
import io.gendan.messaging.rest.EdgeRefusal;
import io.gendan.messaging.rest.HistoryPage;
import io.gendan.messaging.rest.ListQuery;
import io.gendan.messaging.rest.OfKind;
import io.gendan.messaging.rest.RefusedException;
import io.gendan.messaging.rest.Refuses;
import io.gendan.messaging.rest.StageEdge;
import io.gendan.order.OrderRefusal;
import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.customer.CustomerRefusal;
import io.gendan.order.rest.Following;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Refusal;
import io.gendan.stage.TypedText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/**
 * The customer register (ORD-1): whoever works on orders reads it, a salesperson those of
 * their own, a customer itself.
 */
@RestController
@RequestMapping("/api/customers")
@Refuses(value = { CustomerRefusal.class, OrderRefusal.class }, kind = Subject.CUSTOMER)
@Tag(name = "Customers")
class CustomerController {

	private static final String WRITING = "hasAnyRole('salesperson','merchandiser','sales-manager','general-manager')";

	private static final String GRADING = "hasAnyRole('sales-manager','general-manager')";

	private static final String CREDITING = "hasAnyRole('sales-manager','general-manager','finance')";

	private static final String ERASING = "hasAnyRole('general-manager')";

	private final StageEdge<Customer, CustomerCommand> edge;

	private final PromptErasure erasure;

	CustomerController(StageEdge<Customer, CustomerCommand> edge, PromptErasure erasure) {
		this.edge = edge;
		this.erasure = erasure;
	}

	@PostMapping
	@PreAuthorize(WRITING)
	@Operation(summary = "Enters a customer in the register; the same again changes nothing",
			description = "Grade, credit limit and standing from managers only")
	ResponseEntity<CustomerView> register(@RequestBody RegisterRequest body, Call call) {
		String number = TypedText.normal(Objects.requireNonNullElse(body.number(), ""));
		ResponseEntity<CustomerView> created = this.edge.create(number, body.command(), call, CustomerView.to(call));
		return ResponseEntity.created(URI.create("/api/customers/" + UriUtils.encode(number, StandardCharsets.UTF_8)))
			.eTag(created.getHeaders().getETag())
			.body(created.getBody());
	}

	@GetMapping
	@Following
	ResponseEntity<ListAnswer> list(@OfKind(Subject.CUSTOMER) ListQuery query, Call call) {
		if (query.columns().contains(CustomerView.ENTERED_BY)) {
			throw EdgeRefusal.parameter(new FieldFault(CustomerView.ENTERED_BY, EdgeRefusal.PARAMETER_UNKNOWN,
					Map.of("unknown", CustomerView.ENTERED_BY, "known", "salesperson")));
		}
		if (query.columns().stream().anyMatch((column) -> CustomerView.hides(column, call))) {
			return ResponseEntity.ok(new OrderPage(List.of(), null));
		}
		return this.edge.list(query, call, (row) -> CustomerView.row(row, call));
	}

	@GetMapping("/{customer}")
	@Following
	ResponseEntity<CustomerView> show(@PathVariable String customer, Call call) {
		return this.edge.show(customer, call, CustomerView.to(call));
	}

	@GetMapping("/{customer}/history")
	@PreAuthorize("hasAnyRole(" + CustomerView.SELLING + ")")
	@Operation(summary = "Tells who changed what and when, the newest first")
	HistoryPage history(@PathVariable String customer, @RequestParam(required = false) @Nullable String before,
			@RequestParam(required = false) @Nullable String limit, Call call) {
		return this.edge.history(customer, before, limit, call);
	}

	@PostMapping("/{customer}/change")
	@PreAuthorize(WRITING)
	@Operation(summary = "Says something else of a customer: all of its details, also those that stay")
	ResponseEntity<CustomerView> change(@PathVariable String customer, @RequestBody ChangeRequest body, Call call) {
		List<FieldFault> faults = body.faults(customer);
		if (!faults.isEmpty()) {
			throw new RefusedException(
					new Refusal(CustomerRefusal.CUSTOMER_FIELDS_INVALID, Map.of("count", faults.size()), faults));
		}
		return this.edge.command(customer, body.command(), call, CustomerView.to(call));
	}

	@PostMapping("/{customer}/grade")
	@PreAuthorize(GRADING)
	@Operation(summary = "Gives a customer another grade")
	ResponseEntity<CustomerView> grade(@PathVariable String customer, @RequestBody GradeRequest body, Call call) {
		return this.edge.command(customer, body.command(), call, CustomerView.to(call));
	}

	@PostMapping("/{customer}/credit-limit")
	@PreAuthorize(CREDITING)
	@Operation(summary = "Says how much a customer may owe")
	ResponseEntity<CustomerView> creditLimit(@PathVariable String customer, @RequestBody CreditLimitRequest body,
			Call call) {
		return this.edge.command(customer, body.command(), call, CustomerView.to(call));
	}

	@PostMapping("/{customer}/standing")
	@PreAuthorize(CREDITING)
	@Operation(summary = "Stops business with a customer, or lets it go on")
	ResponseEntity<CustomerView> standing(@PathVariable String customer, @RequestBody StandingRequest body, Call call) {
		return this.edge.command(customer, body.command(), call, CustomerView.to(call));
	}

	@PostMapping("/{customer}/erase")
	@PreAuthorize(ERASING)
	@Operation(
			summary = "Makes everybody forget the personal data of a customer, for good; "
					+ "it need not be in the register",
			description = "The answer says by when the keys are gone (goneBy); 202 without it means that "
					+ "the broker does not take the erasure at present, and that it is tried again")
	ResponseEntity<CustomerView> erase(@PathVariable String customer, @RequestBody EraseRequest body, Call call) {
		this.edge.command(customer, body.command(), call, CustomerView.to(call));
		this.erasure.perform(customer);
		ResponseEntity<CustomerView> now = this.edge.show(customer, call, CustomerView.to(call));
		return CustomerView.isGone(now.getBody()) ? now
				: ResponseEntity.accepted().headers(now.getHeaders()).body(now.getBody());
	}

}
