package io.gendan.order.product;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;
import io.gendan.contract.Subject;
import io.gendan.contract.product.ProductChanged;
import io.gendan.contract.product.ProductDetails;
import io.gendan.contract.product.ProductEvent;
import io.gendan.contract.product.ProductListed;
import io.gendan.contract.product.ProductReinstated;
import io.gendan.contract.product.ProductWithdrawn;
import io.gendan.contract.product.Supply;
import io.gendan.order.OrderPolicy;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.FormReader;
import io.gendan.stage.LongLived;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.Stage;
import io.gendan.stage.StreamKind;
import org.jspecify.annotations.Nullable;

/**
 * The product list: everybody of the house may read it, and all that changes it is an
 * event.
 */
public final class ProductStage implements Stage<Product, ProductCommand, ProductEvent> {

	/** What products are called. */
	public static final StreamKind KIND = new StreamKind(Subject.PRODUCT, "products", "product", "产品", false);

	/** Characters of a product number at the most. */
	public static final int LONGEST_NUMBER = 80;

	private static final int REASON = 4000;

	private final OrderPolicy policy;

	/**
	 * The list.
	 * @param policy numbers that prices are checked by
	 */
	public ProductStage(OrderPolicy policy) {
		this.policy = policy;
	}

	@Override
	public Service service() {
		return Service.ORDER;
	}

	@Override
	public StreamKind kind() {
		return KIND;
	}

	@Override
	public Optional<LongLived<Product>> longLived() {
		return Optional.of(new LongLived<>(Product.class, 1));
	}

	@Override
	public Product initial(String number) {
		return new Product(number, null, false);
	}

	@Override
	public Product evolve(Product product, GendanEvent event) {
		return switch (event) {
			case ProductListed listed -> product.with(listed.details());
			case ProductChanged changed -> product.with(changed.details());
			case ProductWithdrawn withdrawn -> product.with(true);
			case ProductReinstated reinstated -> product.with(false);
			default -> product;
		};
	}

	@Override
	public boolean opens(ProductCommand command) {
		return command instanceof ProductCommand.Enlist;
	}

	@Override
	public Outcome<ProductEvent> decide(Product product, ProductCommand command, Context context) {
		FormReader reader = new FormReader();
		return switch (command) {
			case ProductCommand.Enlist(ProductForm form) -> enlist(product, form, reader);
			case ProductCommand.Change(ProductForm form, String reason) -> change(product, form, reason, reader);
			case ProductCommand.Withdraw(String reason) -> withdraw(product, reason(reader, reason), reader);
			case ProductCommand.Reinstate(String reason) -> reinstate(product, reason(reader, reason), reader);
		};
	}

	private Outcome<ProductEvent> enlist(Product product, ProductForm form, FormReader reader) {
		checkNumber(reader, product.number());
		ProductDetails details = new ProductCheck(reader, this.policy).details(form);
		if (details == null || !reader.clean()) {
			return refused(reader);
		}
		if (product.details() == null) {
			return Outcome.accepted(new ProductListed(product.number(), details));
		}
		if (product.withdrawn()) {
			return conflict(ProductRefusal.PRODUCT_WITHDRAWN, product);
		}
		return details.equals(product.details()) ? Outcome.accepted()
				: conflict(ProductRefusal.PRODUCT_LISTED, product);
	}

	private Outcome<ProductEvent> change(Product product, ProductForm form, @Nullable String reason,
			FormReader reader) {
		ProductDetails details = new ProductCheck(reader, this.policy).details(form);
		String why = reader.prose("reason", reason, REASON);
		ProductDetails old = product.details();
		if (details == null || old == null || !reader.clean()) {
			return refused(reader);
		}
		return details.equals(old) ? Outcome.accepted()
				: Outcome.accepted(new ProductChanged(product.number(), old, details, why));
	}

	private static Outcome<ProductEvent> withdraw(Product product, String reason, FormReader reader) {
		if (!reader.clean()) {
			return refused(reader);
		}
		return product.withdrawn() ? conflict(ProductRefusal.PRODUCT_WITHDRAWN, product)
				: Outcome.accepted(new ProductWithdrawn(product.number(), reason));
	}

	private static Outcome<ProductEvent> reinstate(Product product, String reason, FormReader reader) {
		if (!reader.clean()) {
			return refused(reader);
		}
		return product.withdrawn() ? Outcome.accepted(new ProductReinstated(product.number(), reason))
				: conflict(ProductRefusal.PRODUCT_NOT_WITHDRAWN, product);
	}

	/** As that of an order: what the reader would have to change makes another number. */
	private static void checkNumber(FormReader reader, String number) {
		String read = reader.code("number", number, LONGEST_NUMBER);
		boolean addressable = !number.equals(".") && !number.equals("..");
		if (reader.clean() && !(number.equals(read) && addressable)) {
			reader.fault("number", ProductRefusal.PRODUCT_NUMBER_INVALID, number);
		}
	}

	private static String reason(FormReader reader, @Nullable String reason) {
		return reader.need("reason", reader.prose("reason", reason, REASON));
	}

	private static Outcome<ProductEvent> refused(FormReader reader) {
		return Outcome.refused(ProductRefusal.PRODUCT_FIELDS_INVALID, reader.faults());
	}

	private static Outcome<ProductEvent> conflict(ProductRefusal code, Product product) {
		return Outcome.refused(code, Map.of("product", product.number()));
	}

	@Override
	public Optional<Owner> owner(Product product) {
		return Optional.of(Owner.HOUSE);
	}

	@Override
	public List<Column> columns() {
		return List.of(Column.oneOf("state", ProductState.class), Column.text("name").withIndex(),
				Column.text("specification"), Column.text("unit"), Column.oneOf("supply", Supply.class),
				Column.decimal("taxRatePercent"));
	}

	@Override
	public Map<String, Object> summary(Product product) {
		Map<String, Object> summary = new LinkedHashMap<>();
		ProductDetails details = product.details();
		if (details != null) {
			summary.put("state", product.state().name());
			summary.put("name", details.name());
			if (details.specification() != null) {
				summary.put("specification", details.specification());
			}
			summary.put("unit", details.unit());
			summary.put("supply", details.supply().name());
			summary.put("taxRatePercent", details.taxRatePercent().toString());
		}
		return summary;
	}

}
