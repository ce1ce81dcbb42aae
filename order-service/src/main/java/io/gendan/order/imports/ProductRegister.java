package io.gendan.order.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import io.gendan.contract.product.GradePrice;
import io.gendan.contract.product.ProductDetails;
import io.gendan.order.product.Product;
import io.gendan.order.product.ProductCommand;
import io.gendan.order.product.ProductForm;
import io.gendan.stage.Outcome;
import io.gendan.stage.Privacy;
import io.gendan.stage.Refusal;
import io.gendan.stage.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * Reads files into the product list. Each row with a price is the price for a grade and a
 * currency; prices for others stay.
 */
final class ProductRegister implements Register<Product, ProductCommand> {

	@Override
	public ImportKind kind() {
		return ImportKind.PRODUCTS;
	}

	@Override
	public ProductCommand entry(EntryFiller rows, @Nullable Product known, Privacy privacy) {
		ProductDetails before = (known != null) ? known.details() : null;
		List<ProductForm.@Nullable Price> prices = new ArrayList<>();
		Set<String> said = new HashSet<>();
		for (int row = 0; row < rows.items("prices"); row++) {
			ProductForm.Price price = new ProductForm.Price(rows.value(row, ProductField.GRADE),
					rows.value(row, ProductField.CURRENCY), rows.value(row, ProductField.LIST),
					rows.value(row, ProductField.FLOOR));
			prices.add(price);
			said.add(key(price.grade(), price.currency()));
		}
		if (before == null) {
			return new ProductCommand.Enlist(new ProductForm(rows.value(ProductField.NAME),
					rows.value(ProductField.SPECIFICATION), rows.value(ProductField.UNIT),
					rows.value(ProductField.SUPPLY), rows.value(ProductField.TAX_RATE), prices));
		}
		for (GradePrice price : before.prices()) {
			if (!said.contains(key(price.grade(), price.list().currency()))) {
				prices.add(new ProductForm.Price(price.grade(), price.list().currency(),
						price.list().amount().toPlainString(), price.floor().amount().toPlainString()));
			}
		}
		return new ProductCommand.Enlist(new ProductForm(rows.value(ProductField.NAME, before.name()),
				rows.value(ProductField.SPECIFICATION, before.specification()),
				rows.value(ProductField.UNIT, before.unit()), rows.value(ProductField.SUPPLY, before.supply().name()),
				rows.value(ProductField.TAX_RATE, before.taxRatePercent().toString()), prices));
	}

	/** One that is withdrawn is reinstated by a person. */
	@Override
	public boolean has(Product state) {
		return state.details() != null && !state.withdrawn();
	}

	@Override
	public void check(EntryFiller rows, ProductCommand entry, Function<ProductCommand, Outcome<?>> decide) {
		if (decide.apply(entry) instanceof Outcome.Refused<?>(Refusal refusal)) {
			rows.refused(refusal);
		}
	}

	@Override
	public List<ProductCommand> changes(ProductCommand entry, String reason) {
		return (entry instanceof ProductCommand.Enlist(ProductForm form))
				? List.of(new ProductCommand.Change(form, reason)) : List.of();
	}

	private static String key(@Nullable String grade, @Nullable String currency) {
		return TypedText.normal(Objects.requireNonNullElse(grade, "")) + " "
				+ TypedText.normal(Objects.requireNonNullElse(currency, ""));
	}

}
