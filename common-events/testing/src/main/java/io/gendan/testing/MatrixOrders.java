package io.gendan.testing;

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

/** The orders on which the matrix is tried out. */
final class MatrixOrders {

	private MatrixOrders() {
	}

	static OrderPlaced placed(String order, String customer, String enteredBy) {
		Money price = Money.of("12.50", "CNY");
		return new OrderPlaced(order, 1, Instant.parse("2026-03-02T01:00:00Z"), Channel.WEB, enteredBy,
				new Customer(customer, Personal.of("客户 customer"), null, null, null, null),
				new ShipTo("CN", null, "杭州", Personal.of("文三路 1 号"), null, null, null),
				List.of(new OrderLine(1, "P-1", "电机", null, Quantity.of(1), "pcs", price, price)), price,
				LocalDate.of(2026, 4, 1), DeliveryMethod.ROAD, null, PaymentTerms.PREPAID,
				new InvoiceWish(InvoiceKind.ORDINARY, Personal.of("客户"), null), null, List.of());
	}

}
