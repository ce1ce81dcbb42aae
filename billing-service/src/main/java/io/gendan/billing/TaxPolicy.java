package io.gendan.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

import io.gendan.contract.Money;
import io.gendan.contract.Quantity;
import io.gendan.contract.billing.InvoiceIssued;
import io.gendan.contract.billing.InvoiceLine;
import io.gendan.contract.order.OrderPlaced;

/**
 * How tax is taken out of prices (BIL-4). Prices of an order are gross. Per line, net is
 * gross / (1 + rate), rounded half up to the currency's minor unit, and tax is the rest,
 * so that net and tax always add up to gross.
 *
 * @param ratePercent tax rate in percent, zero or more
 */
public record TaxPolicy(BigDecimal ratePercent) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/**
	 * Refuses settings that cannot be meant.
	 * @throws IllegalArgumentException if the rate is negative
	 */
	public TaxPolicy {
		if (ratePercent.signum() < 0) {
			throw new IllegalArgumentException("rate-percent must not be negative: " + ratePercent);
		}
	}

	/**
	 * The invoice for what arrived of an order; also an order without invoice wish gets
	 * its receipt.
	 */
	InvoiceIssued invoice(OrderPlaced order, DeliveredGoods delivered, String number, LocalDate issuedOn) {
		List<InvoiceLine> lines = order.lines()
			.stream()
			.map((line) -> line(line.line(), delivered.amount(line)))
			.toList();
		Money none = Money.zero(order.total().currency());
		Money net = lines.stream().map(InvoiceLine::net).reduce(none, Money::plus);
		Money tax = lines.stream().map(InvoiceLine::tax).reduce(none, Money::plus);
		return new InvoiceIssued(order.order(), number, order.invoice(), lines, net, tax, net.plus(tax), issuedOn);
	}

	private InvoiceLine line(int number, Money gross) {
		Money net = net(gross);
		return new InvoiceLine(number, net, new Quantity(this.ratePercent), gross.minus(net));
	}

	private Money net(Money gross) {
		int digits = Math.max(0, Currency.getInstance(gross.currency()).getDefaultFractionDigits());
		BigDecimal net = gross.amount()
			.multiply(HUNDRED)
			.divide(HUNDRED.add(this.ratePercent), digits, RoundingMode.HALF_UP);
		return new Money(net, gross.currency());
	}

}
