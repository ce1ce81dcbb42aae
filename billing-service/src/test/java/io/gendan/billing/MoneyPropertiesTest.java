package io.gendan.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import io.gendan.contract.Money;
import io.gendan.contract.billing.InvoiceIssued;
import io.gendan.contract.billing.InvoiceLine;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Net and tax add up exactly, whatever the lines, the rate and the currency (BIL-4). */
class MoneyPropertiesTest {

	@ParameterizedTest
	@CsvSource({ "JPY,0", "CNY,2", "KWD,3" })
	void netAndTaxAddUpToGrossExactly(String currency, int digits) {
		Random random = new Random(42);
		for (int round = 0; round < 500; round++) {
			BigDecimal rate = BigDecimal.valueOf(random.nextInt(0, 3000), 2);
			String[] amounts = random.ints(random.nextInt(1, 60), 0, Integer.MAX_VALUE)
				.mapToObj((minor) -> BigDecimal.valueOf(minor, digits).toPlainString())
				.toArray(String[]::new);
			OrderPlaced order = Orders.placed("SO-1", PaymentTerms.PREPAID, currency, amounts);
			check(new TaxPolicy(rate).invoice(order, DeliveredGoods.NONE, "INV-1", LocalDate.of(2026, 3, 2)), order,
					rate, digits);
		}
	}

	private static void check(InvoiceIssued invoice, OrderPlaced order, BigDecimal rate, int digits) {
		Money none = Money.zero(order.total().currency());
		assertThat(invoice.gross()).isEqualTo(order.total());
		assertThat(invoice.net().plus(invoice.tax())).isEqualTo(invoice.gross());
		assertThat(invoice.lines().stream().map(InvoiceLine::net).reduce(none, Money::plus)).isEqualTo(invoice.net());
		assertThat(invoice.lines().stream().map(InvoiceLine::tax).reduce(none, Money::plus)).isEqualTo(invoice.tax());
		BigDecimal factor = rate.movePointLeft(2).add(BigDecimal.ONE);
		BigDecimal halfUnit = new BigDecimal("0.5").movePointLeft(digits);
		for (int i = 0; i < order.lines().size(); i++) {
			InvoiceLine line = invoice.lines().get(i);
			Money gross = order.lines().get(i).amount();
			assertThat(line.net().plus(line.tax())).isEqualTo(gross);
			assertThat(line.net().amount().scale()).isEqualTo(digits);
			assertThat(line.tax().signum()).isNotNegative();
			assertThat(line.net().amount().multiply(factor).subtract(gross.amount()).abs())
				.isLessThanOrEqualTo(halfUnit.multiply(factor));
		}
	}

	@ParameterizedTest
	@CsvSource({ "100.00,13,88.50,11.50", "0.01,13,0.01,0.00", "1.13,13,1.00,0.13", "33.33,0,33.33,0.00",
			"0.03,20,0.03,0.00", "1.05,100,0.53,0.52" })
	void netIsRoundedHalfUp(String gross, String rate, String net, String tax) {
		OrderPlaced order = Orders.placed("SO-1", PaymentTerms.PREPAID, "CNY", gross);
		InvoiceIssued invoice = new TaxPolicy(new BigDecimal(rate)).invoice(order, DeliveredGoods.NONE, "INV-1",
				LocalDate.of(2026, 3, 2));
		assertThat(List.of(invoice.net(), invoice.tax()))
			.isEqualTo(List.of(Money.of(net, "CNY"), Money.of(tax, "CNY")));
		assertThat(invoice.lines().getFirst().taxRatePercent().value().setScale(0, RoundingMode.UNNECESSARY))
			.isEqualTo(new BigDecimal(rate));
	}

}
