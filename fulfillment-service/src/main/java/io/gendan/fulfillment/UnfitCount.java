package io.gendan.fulfillment;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.CheckAspect;
import io.gendan.contract.fulfillment.StockLine;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a check finds lost or damaged, no more of a line than it has. Of goods that
 * came back it must be counted, because the rest may become free stock (FUL-7).
 */
final class UnfitCount {

	private static final int DECIMALS = 6;

	private final FieldCheck check;

	private final boolean required;

	private final Map<Integer, Quantity> left = new HashMap<>();

	UnfitCount(FieldCheck check, Fulfillment fulfillment) {
		this.check = check;
		this.required = fulfillment.inspection().returned() != null;
		for (StockLine line : fulfillment.demand().lines()) {
			this.left.put(line.line(), line.quantity());
		}
	}

	@Nullable Quantity of(String field, int line, CheckAspect aspect, @Nullable BigDecimal counted) {
		boolean needed = this.required && aspect != CheckAspect.PACKAGING;
		Quantity most = this.left.get(line);
		if (most == null || (counted == null && !needed)) {
			return null;
		}
		BigDecimal sound = this.check.positive(field, counted, most.value(), DECIMALS);
		if (sound == null) {
			return null;
		}
		Quantity quantity = new Quantity(sound);
		if (aspect != CheckAspect.PACKAGING) {
			this.left.put(line, most.minus(quantity));
		}
		return quantity;
	}

}
