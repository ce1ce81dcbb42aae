package io.gendan.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Money;
import io.gendan.contract.Quantity;
import io.gendan.contract.order.OrderLine;
import io.gendan.stage.FormReader;
import org.jspecify.annotations.Nullable;

/** Checks the lines of an order and reckons their amounts. */
final class LineCheck {

	/** Characters of an item at the most. */
	static final int ITEM = 80;

	private static final int UNIT = 20;

	private static final int DESCRIPTION = 500;

	private final FormReader reader;

	private final OrderPolicy policy;

	private LineCheck(FormReader reader, OrderPolicy policy) {
		this.reader = reader;
		this.policy = policy;
	}

	/**
	 * Checks all lines.
	 * @param reader gathers the faults
	 * @param policy the numbers to check by
	 * @param lines what was filled in
	 * @param inherited what stands in for what they leave blank
	 * @param currency the order's currency, null if it is at fault
	 * @return the lines without fault; as many as were filled in if there is none
	 */
	static List<OrderLine> lines(FormReader reader, OrderPolicy policy, List<OrderForm.@Nullable Line> lines,
			Inherited inherited, @Nullable String currency) {
		if (lines.isEmpty()) {
			reader.fault("lines", OrderRefusal.LINES_MISSING);
			return List.of();
		}
		if (lines.size() > policy.maxLines()) {
			reader.fault("lines", OrderRefusal.TOO_MANY, Map.of("max", policy.maxLines()));
			return List.of();
		}
		LineCheck check = new LineCheck(reader, policy);
		List<OrderLine> sound = new ArrayList<>(lines.size());
		for (int index = 0; index < lines.size(); index++) {
			OrderForm.Line line = lines.get(index);
			OrderLine checked = check.line(index, (line != null) ? line : OrderForm.Line.EMPTY, inherited.line(index),
					currency);
			if (checked != null) {
				sound.add(checked);
			}
		}
		return sound;
	}

	private @Nullable OrderLine line(int index, OrderForm.Line line, Inherited.Line inherited,
			@Nullable String currency) {
		String path = "lines[" + index + "].";
		String item = this.reader.need(path + "item", this.reader.code(path + "item", line.item(), ITEM));
		String description = this.reader.need(path + "description",
				or(this.reader.prose(path + "description", line.description(), DESCRIPTION), inherited.description()));
		String specification = or(this.reader.prose(path + "specification", line.specification(), DESCRIPTION),
				inherited.specification());
		BigDecimal quantity = this.reader.positive(path + "quantity", line.quantity(), this.policy.quantityDecimals(),
				this.policy.maxQuantity());
		String unit = this.reader.need(path + "unit",
				or(this.reader.word(path + "unit", line.unit(), UNIT), inherited.unit()));
		BigDecimal price = price(path + "unitPrice", line.unitPrice(), inherited.unitPrice());
		if (quantity == null || price == null || currency == null) {
			return null;
		}
		Money unitPrice = new Money(price.stripTrailingZeros(), currency);
		return new OrderLine(index + 1, item, description, specification, new Quantity(quantity), unit, unitPrice,
				unitPrice.times(quantity));
	}

	private @Nullable BigDecimal price(String field, @Nullable String raw, @Nullable BigDecimal listed) {
		return (listed != null && Typed.blank(raw)) ? listed
				: this.reader.positive(field, raw, this.policy.priceDecimals(), this.policy.maxPrice());
	}

	private static @Nullable String or(@Nullable String typed, @Nullable String inherited) {
		return (typed != null) ? typed : inherited;
	}

}
