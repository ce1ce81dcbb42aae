package io.gendan.order.product.rest;

import java.util.List;
import java.util.function.Function;

import io.gendan.contract.product.ProductDetails;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.rest.Call;
import io.gendan.order.product.Product;
import io.gendan.order.product.ProductState;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is shown.
 *
 * @param product model or stock code
 * @param state whether it can be ordered
 * @param details what the list says of it; prices only for those who sell, settle and
 * audit
 */
record ProductView(String product, ProductState state, @Nullable ProductDetails details) {

	/** Roles that see prices, as an access rule names them. */
	static final String PRICING = "'salesperson','merchandiser','sales-manager','general-manager','finance','auditor'";

	static Function<OrderSnapshot<Product>, ProductView> to(Call call) {
		boolean pricing = PRICING.contains("'" + call.actor().role() + "'");
		return (snapshot) -> {
			Product product = snapshot.state();
			ProductDetails details = product.details();
			return new ProductView(product.number(), product.state(),
					(details == null || pricing) ? details : withoutPrices(details));
		};
	}

	private static ProductDetails withoutPrices(ProductDetails details) {
		return new ProductDetails(details.name(), details.specification(), details.unit(), details.supply(),
				details.taxRatePercent(), List.of());
	}

}
