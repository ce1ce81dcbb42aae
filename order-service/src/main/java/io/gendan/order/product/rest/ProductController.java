package io.gendan.order.product.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.gendan.contract.Subject;
import io.gendan.messaging.ListAnswer;
import io.gendan.messaging.rest.Call;
import io.gendan.messaging.rest.HistoryPage;
import io.gendan.messaging.rest.ListQuery;
import io.gendan.messaging.rest.OfKind;
import io.gendan.messaging.rest.RefusedException;
import io.gendan.messaging.rest.Refuses;
import io.gendan.messaging.rest.StageEdge;
import io.gendan.order.OrderRefusal;
import io.gendan.order.product.Product;
import io.gendan.order.product.ProductCommand;
import io.gendan.order.product.ProductRefusal;
import io.gendan.order.rest.Reading;
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
 * The product list (REV-3): whoever works on orders reads it, sales managers write it.
 */
@RestController
@RequestMapping("/api/products")
@Refuses(value = { ProductRefusal.class, OrderRefusal.class }, kind = Subject.PRODUCT)
@Tag(name = "Products")
class ProductController {

	private static final String WRITING = "hasAnyRole('sales-manager','general-manager')";

	private static final String PRICING = "hasAnyRole(" + ProductView.PRICING + ")";

	private final StageEdge<Product, ProductCommand> edge;

	ProductController(StageEdge<Product, ProductCommand> edge) {
		this.edge = edge;
	}

	@PostMapping
	@PreAuthorize(WRITING)
	@Operation(summary = "Puts a product on the list; the same again changes nothing")
	ResponseEntity<ProductView> enlist(@RequestBody ProductRequest body, Call call) {
		String number = TypedText.normal(Objects.requireNonNullElse(body.number(), ""));
		ResponseEntity<ProductView> created = this.edge.create(number, new ProductCommand.Enlist(body.form()), call,
				ProductView.to(call));
		return ResponseEntity.created(URI.create("/api/products/" + UriUtils.encode(number, StandardCharsets.UTF_8)))
			.eTag(created.getHeaders().getETag())
			.body(created.getBody());
	}

	@GetMapping
	@Reading
	ResponseEntity<ListAnswer> list(@OfKind(Subject.PRODUCT) ListQuery query, Call call) {
		return this.edge.list(query, call);
	}

	@GetMapping("/{product}")
	@Reading
	ResponseEntity<ProductView> show(@PathVariable String product, Call call) {
		return this.edge.show(product, call, ProductView.to(call));
	}

	@GetMapping("/{product}/history")
	@PreAuthorize(PRICING)
	@Operation(summary = "Tells who changed what and when, the newest first")
	HistoryPage history(@PathVariable String product, @RequestParam(required = false) @Nullable String before,
			@RequestParam(required = false) @Nullable String limit, Call call) {
		return this.edge.history(product, before, limit, call);
	}

	@PostMapping("/{product}/change")
	@PreAuthorize(WRITING)
	@Operation(summary = "Says something else of a product: all of its details, also those that stay")
	ResponseEntity<ProductView> change(@PathVariable String product, @RequestBody ProductRequest body, Call call) {
		if (body.number() != null && !TypedText.normal(body.number()).equals(product)) {
			throw new RefusedException(new Refusal(ProductRefusal.PRODUCT_FIELDS_INVALID, Map.of("count", 1), List
				.of(new FieldFault("number", ProductRefusal.PRODUCT_NUMBER_DISAGREES, Map.of("product", product)))));
		}
		return this.edge.command(product, new ProductCommand.Change(body.form(), body.reason()), call,
				ProductView.to(call));
	}

	@PostMapping("/{product}/withdraw")
	@PreAuthorize(WRITING)
	@Operation(summary = "Takes a product off the list; orders that have it go on")
	ResponseEntity<ProductView> withdraw(@PathVariable String product, @RequestBody ReasonRequest body, Call call) {
		return this.edge.command(product, new ProductCommand.Withdraw(body.reason()), call, ProductView.to(call));
	}

	@PostMapping("/{product}/reinstate")
	@PreAuthorize(WRITING)
	@Operation(summary = "Lets a withdrawn product be ordered again")
	ResponseEntity<ProductView> reinstate(@PathVariable String product, @RequestBody ReasonRequest body, Call call) {
		return this.edge.command(product, new ProductCommand.Reinstate(body.reason()), call, ProductView.to(call));
	}

}
