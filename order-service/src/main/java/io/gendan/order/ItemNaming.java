package io.gendan.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.gendan.contract.product.GradePrice;
import io.gendan.contract.product.ProductDetails;
import io.gendan.order.EntryRules.Rule;
import io.gendan.stage.FieldFault;
import io.gendan.stage.FormReader;
import org.jspecify.annotations.Nullable;

/**
 * Holds the lines of a form against the product list: which items cannot be ordered so,
 * and what the list gives to lines that leave it blank (ORD-4).
 */
final class ItemNaming {

	private final Known known;

	private final Set<String> kept;

	private final @Nullable String grade;

	private final @Nullable String currency;

	private final List<FieldFault> faults = new ArrayList<>();

	private final List<Inherited.Line> lines = new ArrayList<>();

	/**
	 * Holds lines against the list.
	 * @param form what was filled in
	 * @param known what the list says of its items
	 * @param kept items that the order has already: they go on
	 * @param grade grade of the customer, null if nobody has said
	 */
	ItemNaming(OrderForm form, Known known, Set<String> kept, @Nullable String grade) {
		this.known = known;
		this.kept = kept;
		this.grade = grade;
		this.currency = Known.currency(form);
		for (int index = 0; index < form.lines().size(); index++) {
			OrderForm.Line line = Objects.requireNonNullElse(form.lines().get(index), OrderForm.Line.EMPTY);
			this.lines.add(line("lines[" + index + "].", line));
		}
	}

	List<FieldFault> faults() {
		return this.faults;
	}

	List<Inherited.Line> lines() {
		return this.lines;
	}

	private Inherited.Line line(String path, OrderForm.Line line) {
		String item = Known.item(line);
		KnownProduct product = (item != null) ? this.known.product(item) : null;
		if (item == null) {
			return Inherited.Line.NOTHING;
		}
		return switch (product) {
			case null -> {
				if (this.known.rules().freeTextItems() == Rule.REFUSE && !this.kept.contains(item)) {
					fault(path + "item", OrderRefusal.ITEM_NOT_LISTED, item, Map.of());
				}
				yield Inherited.Line.NOTHING;
			}
			case KnownProduct.Unreadable _ -> {
				fault(path + "item", OrderRefusal.ITEM_UNREADABLE, item, Map.of());
				yield Inherited.Line.NOTHING;
			}
			case KnownProduct.Listed(ProductDetails details, boolean withdrawn) -> {
				if (withdrawn && !this.kept.contains(item)) {
					fault(path + "item", OrderRefusal.ITEM_WITHDRAWN, item, Map.of());
				}
				if (!Typed.blank(line.unit()) && !Typed.sameUnit(line.unit(), details.unit())) {
					fault(path + "unit", OrderRefusal.UNIT_DISAGREES, String.valueOf(Typed.text(line.unit())),
							Map.of("item", FormReader.shown(item), "unit", details.unit()));
				}
				yield new Inherited.Line(details.name(), details.specification(), details.unit(),
						listPrice(details.prices()));
			}
		};
	}

	/** A grade without a price of its own pays the price of all others. */
	private @Nullable BigDecimal listPrice(List<GradePrice> prices) {
		BigDecimal general = null;
		for (GradePrice price : prices) {
			boolean sameCurrency = price.list().currency().equals(this.currency);
			if (sameCurrency && price.grade() != null && price.grade().equals(this.grade)) {
				return price.list().amount();
			}
			if (sameCurrency && price.grade() == null) {
				general = price.list().amount();
			}
		}
		return general;
	}

	private void fault(String field, OrderRefusal code, String value, Map<String, Object> more) {
		Map<String, Object> facts = new HashMap<>(more);
		facts.put("value", FormReader.shown(value));
		this.faults.add(new FieldFault(field, code, facts));
	}

}
