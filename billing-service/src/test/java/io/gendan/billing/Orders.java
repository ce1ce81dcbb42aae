package io.gendan.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.order.Channel;
import io.gendan.contract.order.Customer;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.contract.order.InvoiceKind;
import io.gendan.contract.order.InvoiceWish;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderLine;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.contract.order.ShipTo;

/** What other stages tell about orders, for tests. */
final class Orders {

	static final InvoiceWish INVOICE = new InvoiceWish(InvoiceKind.VAT_SPECIAL, Personal.of("华东电器有限公司"),
			Personal.of("91330106MA2CFRHG3X"));

	private Orders() {
	}

	/** An order whose lines come to these amounts. */
	static OrderPlaced placed(String order, PaymentTerms terms, String currency, String... amounts) {
		return placed(order, 1, terms, currency, amounts);
	}

	static OrderPlaced placed(String order, int round, PaymentTerms terms, String currency, String... amounts) {
		List<OrderLine> lines = new ArrayList<>();
		for (String amount : amounts) {
			Money money = Money.of(amount, currency);
			lines.add(new OrderLine(lines.size() + 1, "P-" + lines.size(), "电机", null, Quantity.of(1), "pcs", money,
					money));
		}
		Money total = lines.stream().map(OrderLine::amount).reduce(Money.zero(currency), Money::plus);
		return new OrderPlaced(order, round, Instant.parse("2026-03-02T01:00:00Z"), Channel.WEB, "li",
				new Customer("C-1", Personal.of("华东电器"), Personal.of("王芳"), null, null, "A"),
				new ShipTo("CN", null, "杭州", Personal.of("文三路 1 号"), null, null, null), lines, total,
				LocalDate.of(2026, 4, 1), DeliveryMethod.ROAD, null, terms, INVOICE, null, List.of());
	}

	static OrderConfirmed confirmed(String order) {
		return new OrderConfirmed(order, "王芳", LocalDate.of(2026, 4, 1));
	}

	static OrderCancelled cancelled(String order) {
		return new OrderCancelled(order, "王芳", Personal.of("no longer needed"));
	}

	static GoodsDelivered delivered(String order) {
		return delivered(order, Instant.parse("2026-03-30T08:00:00Z"));
	}

	static GoodsDelivered delivered(String order, Instant at) {
		return new GoodsDelivered(order, "W-" + order, Personal.of("王芳"), at, GoodsCondition.INTACT, List.of());
	}

	static BillingCommand receipt(String voucher, String amount, String currency) {
		return new BillingCommand.RecordReceipt(voucher, new BigDecimal(amount), currency, null);
	}

}
