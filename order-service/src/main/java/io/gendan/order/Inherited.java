package io.gendan.order;

import java.math.BigDecimal;
import java.util.List;

import io.gendan.contract.Personal;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.contract.order.ShipTo;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for what a form leaves blank. Each part is null where nothing does.
 *
 * @param name company name
 * @param contact contact person
 * @param phone telephone of the contact
 * @param creditCode unified social credit code
 * @param grade the grade, whatever the form says of it
 * @param shipTo where the goods go, as a whole
 * @param paymentTerms when money is due
 * @param invoiceTitle to whom the invoice is made out
 * @param taxNumber tax number on it
 * @param lines one for each line of the form
 */
record Inherited(@Nullable Personal name, @Nullable Personal contact, @Nullable Personal phone,
		@Nullable Personal creditCode, @Nullable String grade, @Nullable ShipTo shipTo,
		@Nullable PaymentTerms paymentTerms, @Nullable Personal invoiceTitle, @Nullable Personal taxNumber,
		List<Line> lines) {

	Inherited {
		lines = List.copyOf(lines);
	}

	/**
	 * What stands in for a line.
	 * @param index from 0
	 * @return nothing if nothing is known of its item
	 */
	Line line(int index) {
		return (index < this.lines.size()) ? this.lines.get(index) : Line.NOTHING;
	}

	/**
	 * What stands in for what a line leaves blank.
	 *
	 * @param description what it is
	 * @param specification specification
	 * @param unit unit of measure
	 * @param unitPrice price of one unit in the order's currency
	 */
	record Line(@Nullable String description, @Nullable String specification, @Nullable String unit,
			@Nullable BigDecimal unitPrice) {

		static final Line NOTHING = new Line(null, null, null, null);

	}

}
