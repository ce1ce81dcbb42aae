package io.gendan.logistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.fulfillment.GoodsPacked;
import io.gendan.contract.fulfillment.Parcel;
import io.gendan.contract.logistics.CarrierChosen;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.logistics.TransportOrdered;
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

/** What happens to orders before and while they travel, for tests. */
public final class Orders {

	private Orders() {
	}

	public static OrderPlaced placed(String order) {
		return placed(order, 1, DeliveryMethod.ROAD, "CN");
	}

	public static OrderPlaced placed(String order, int round, DeliveryMethod method, String country) {
		Money price = Money.of("12.50", "CNY");
		return new OrderPlaced(order, round, Instant.parse("2026-03-02T01:00:00Z"), Channel.WEB, "li",
				new Customer("C-1", Personal.of("华东电器"), Personal.of("王芳"), null, null, "A"),
				new ShipTo(country, null, "杭州", Personal.of("文三路 1 号"), "310000", Personal.of("王芳"),
						Personal.of("13800000000")),
				List.of(new OrderLine(1, "P-1", "电机", null, Quantity.of(4), "pcs", price, Money.of("50.00", "CNY"))),
				Money.of("50.00", "CNY"), LocalDate.of(2026, 4, 1), method, null, PaymentTerms.PREPAID,
				new InvoiceWish(InvoiceKind.ORDINARY, Personal.of("华东电器"), null), null, List.of());
	}

	public static OrderConfirmed confirmed(String order) {
		return new OrderConfirmed(order, "王芳", LocalDate.of(2026, 4, 1));
	}

	public static OrderCancelled cancelled(String order) {
		return new OrderCancelled(order, "王芳", Personal.of("no longer needed"));
	}

	public static GoodsPacked packed(String order) {
		return new GoodsPacked(order,
				List.of(new Parcel(1, Quantity.of("10.5"), 40, 30, 20), new Parcel(2, Quantity.of("2"), 20, 20, 20)));
	}

	public static OrderReleased released(String order) {
		return new OrderReleased(order, "paid in advance");
	}

	public static CarrierChosen chosen(String order) {
		return new CarrierChosen(order, "ROADLINK", "cheapest", Money.of("23.25", "CNY"), 3);
	}

	public static TransportOrdered ordered(String order, int attempt, String carrier) {
		return new TransportOrdered(order, attempt, carrier, null, null, Instant.parse("2026-03-09T22:10:00Z"));
	}

	public static GoodsShipped shipped(String order) {
		return new GoodsShipped(order, "W-1", "ROADLINK", LocalDate.of(2026, 3, 13), 2,
				Instant.parse("2026-03-02T01:00:00Z"));
	}

	/** Everything up to the point where a carrier is wanted. */
	public static GendanEvent[] ready(String order) {
		return new GendanEvent[] { placed(order), confirmed(order), packed(order), released(order) };
	}

}
