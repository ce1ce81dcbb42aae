package io.gendan.order.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.contract.Money;
import io.gendan.contract.Quantity;
import io.gendan.contract.product.GradePrice;
import io.gendan.contract.product.ProductDetails;
import io.gendan.contract.product.Supply;
import io.gendan.order.CurrencyCheck;
import io.gendan.order.Grades;
import io.gendan.order.OrderPolicy;
import io.gendan.order.OrderRefusal;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.FormReader;
import org.jspecify.annotations.Nullable;

/** Checks what was filled in for a product, or tells all its faults. */
final class ProductCheck {

	private static final int NAME = 500;

	private static final int UNIT = 20;

	private static final int PRICES = 100;

	private static final int TAX_DECIMALS = 4;

	private static final int NUMBER = 100;

	private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

	private final FormReader reader;

	private final OrderPolicy policy;

	ProductCheck(FormReader reader, OrderPolicy policy) {
		this.reader = reader;
		this.policy = policy;
	}

	/**
	 * Checks all fields.
	 * @param form what was filled in
	 * @return what the list shall say, null if something is at fault
	 */
	@Nullable ProductDetails details(ProductForm form) {
		String name = this.reader.need("name", this.reader.prose("name", form.name(), NAME));
		String specification = this.reader.prose("specification", form.specification(), NAME);
		String unit = this.reader.need("unit", this.reader.word("unit", form.unit(), UNIT));
		Supply supply = this.reader.choice("supply", form.supply(), Supply.class);
		Quantity tax = taxRate(form.taxRatePercent());
		List<GradePrice> prices = prices(form.prices());
		return (this.reader.clean() && supply != null && tax != null)
				? new ProductDetails(name, specification, unit, supply, tax, prices) : null;
	}

	private @Nullable Quantity taxRate(@Nullable String raw) {
		String text = this.reader.need("taxRatePercent", this.reader.word("taxRatePercent", raw, NUMBER));
		BigDecimal rate = this.reader.number("taxRatePercent", text);
		if (rate == null) {
			return null;
		}
		if (rate.signum() < 0 || rate.compareTo(WHOLE) > 0) {
			this.reader.fault("taxRatePercent", ProductRefusal.TAX_RATE_INVALID, text);
			return null;
		}
		if (rate.stripTrailingZeros().scale() > TAX_DECIMALS) {
			this.reader.fault("taxRatePercent", FieldRefusal.NUMBER_TOO_PRECISE,
					Map.of("value", FormReader.shown(text), "max", TAX_DECIMALS));
			return null;
		}
		return new Quantity(rate);
	}

	private List<GradePrice> prices(List<ProductForm.@Nullable Price> raw) {
		if (raw.size() > PRICES) {
			this.reader.fault("prices", OrderRefusal.TOO_MANY, Map.of("max", PRICES));
			return List.of();
		}
		List<GradePrice> prices = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (int index = 0; index < raw.size(); index++) {
			ProductForm.Price price = raw.get(index);
			GradePrice sound = price("prices[" + index + "].", (price != null) ? price : ProductForm.Price.EMPTY);
			if (sound != null) {
				if (seen.add(sound.grade() + " " + sound.list().currency())) {
					prices.add(sound);
				}
				else {
					this.reader.fault("prices[" + index + "].grade", ProductRefusal.PRICE_TWICE,
							Map.of("grade", String.valueOf(sound.grade()), "currency", sound.list().currency()));
				}
			}
		}
		return prices;
	}

	private @Nullable GradePrice price(String path, ProductForm.Price raw) {
		String grade = Grades.grade(this.reader, path + "grade", raw.grade());
		String currency = CurrencyCheck.currency(this.reader, path + "currency", this.policy, raw.currency());
		BigDecimal list = price(path + "list", raw.list());
		BigDecimal floor = price(path + "floor", raw.floor());
		if (list == null || floor == null || currency == null || !this.reader.sound(path + "grade")) {
			return null;
		}
		if (floor.compareTo(list) > 0) {
			this.reader.fault(path + "floor", ProductRefusal.FLOOR_ABOVE_LIST,
					Map.of("floor", floor.toPlainString(), "list", list.toPlainString()));
			return null;
		}
		return new GradePrice(grade, new Money(list, currency), new Money(floor, currency));
	}

	private @Nullable BigDecimal price(String field, @Nullable String raw) {
		BigDecimal price = this.reader.positive(field, raw, this.policy.priceDecimals(), this.policy.maxPrice());
		return (price != null) ? price.stripTrailingZeros() : null;
	}

}
