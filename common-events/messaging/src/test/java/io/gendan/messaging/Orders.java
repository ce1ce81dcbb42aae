package io.gendan.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.order.Channel;
import io.gendan.contract.order.Customer;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.contract.order.InvoiceKind;
import io.gendan.contract.order.InvoiceWish;
import io.gendan.contract.order.OrderLine;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.contract.order.ShipTo;

/** Orders for tests. */
final class Orders {

	private Orders() {
	}

	static OrderPlaced placed(String order) {
		return placed(order, "none");
	}

	static OrderPlaced placed(String order, String remarks) {
		return placed(order, "C-1", "li", remarks);
	}

	static OrderPlaced placed(String order, String customer, String enteredBy) {
		return placed(order, customer, enteredBy, "none");
	}

	private static OrderPlaced placed(String order, String customer, String enteredBy, String remarks) {
		Money price = Money.of("12.50", "CNY");
		return new OrderPlaced(order, 1, Instant.parse("2026-03-02T01:00:00Z"), Channel.WEB, enteredBy,
				new Customer(customer, Personal.of("华东电器"), Personal.of("王芳"), null, null, "A"),
				new ShipTo("CN", null, "杭州", Personal.of("文三路 1 号"), null, null, null),
				List.of(new OrderLine(1, "P-1", "电机", null, Quantity.of(4), "pcs", price, Money.of("50.00", "CNY"))),
				Money.of("50.00", "CNY"), LocalDate.of(2026, 4, 1), DeliveryMethod.ROAD, null, PaymentTerms.PREPAID,
				new InvoiceWish(InvoiceKind.ORDINARY, Personal.of("华东电器"), null), Personal.of(remarks), List.of());
	}

}
