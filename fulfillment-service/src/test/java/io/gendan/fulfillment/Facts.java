package io.gendan.fulfillment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import io.gendan.contract.Actor;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.CheckAspect;
import io.gendan.contract.fulfillment.Defect;
import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.contract.fulfillment.GoodsPacked;
import io.gendan.contract.fulfillment.GoodsReworked;
import io.gendan.contract.fulfillment.Parcel;
import io.gendan.contract.fulfillment.ProductionScheduled;
import io.gendan.contract.fulfillment.QualityFailed;
import io.gendan.contract.fulfillment.QualityPassed;
import io.gendan.contract.fulfillment.ShortLine;
import io.gendan.contract.fulfillment.StockLine;
import io.gendan.contract.fulfillment.StockReserved;
import io.gendan.contract.fulfillment.StockShort;
import io.gendan.contract.logistics.DispatchStopped;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsReturned;
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
import io.gendan.contract.order.StopOrdered;
import io.gendan.testing.Scenario;
import org.jspecify.annotations.Nullable;

/** What can happen to order SO-1: two lines, promised for the 20th of March. */
final class Facts {

	/** A Monday morning in Shanghai. */
	static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

	static final LocalDate TODAY = LocalDate.parse("2026-03-02");

	static final LocalDate PROMISED = LocalDate.parse("2026-03-20");

	static final LocalDate FIRST_FORECAST = LocalDate.parse("2026-03-07");

	static final Actor INSPECTOR = new Actor("warehouse", "zhao");

	static final StockLine LAMPS = line(1, "LAMP-1", 6);

	static final StockLine CABLE = line(2, "CABLE.2", 10);

	private Facts() {
	}

	static Scenario<Fulfillment, FulfillmentCommand, FulfillmentEvent> order() {
		return Scenario.of(stage()).at(NOW).by(INSPECTOR);
	}

	static FulfillmentStage stage() {
		return new FulfillmentStage(new ProductionPolicy(ZoneId.of("Asia/Shanghai"), 5, 365),
				new PackingPolicy(3, BigDecimal.valueOf(1000), 500));
	}

	static StockLine line(int number, String item, long quantity) {
		return new StockLine(number, item, Quantity.of(quantity));
	}

	static OrderPlaced placed() {
		return placed("SO-1", 1, LAMPS, CABLE);
	}

	static OrderPlaced placed(String order, int round, StockLine... lines) {
		List<OrderLine> ordered = IntStream.range(0, lines.length)
			.mapToObj((i) -> new OrderLine(lines[i].line(), lines[i].item(), "台灯 lamp", null, lines[i].quantity(),
					"pcs", Money.of("2.50", "CNY"), Money.of("2.50", "CNY").times(lines[i].quantity().value())))
			.toList();
		return new OrderPlaced(order, round, NOW, Channel.PHONE, "li",
				new Customer("C-1", Personal.of("宁波远洋 Ocean"), null, null, null, null),
				new ShipTo("CN", null, "Ningbo", Personal.of("Road 1"), null, null, null), ordered,
				ordered.stream().map(OrderLine::amount).reduce(Money.zero("CNY"), Money::plus), PROMISED,
				DeliveryMethod.ROAD, null, PaymentTerms.PREPAID,
				new InvoiceWish(InvoiceKind.NONE, Personal.of("Ocean"), null), null, List.of());
	}

	static OrderConfirmed confirmed() {
		return confirmed(PROMISED);
	}

	static OrderConfirmed confirmed(LocalDate promised) {
		return new OrderConfirmed("SO-1", "Mr Wang", promised);
	}

	static StopOrdered stopOrdered(int attempt) {
		return new StopOrdered("SO-1", attempt);
	}

	static DispatchStopped stopped(int attempt) {
		return new DispatchStopped("SO-1", attempt);
	}

	static GoodsReturned back(@Nullable GoodsCondition condition) {
		return new GoodsReturned("SO-1", "W-1", Personal.of("refused"), condition);
	}

	static OrderCancelled cancelled() {
		return new OrderCancelled("SO-1", "li", Personal.of("no longer wanted"));
	}

	static StockReserved reserved() {
		return new StockReserved("SO-1", List.of(LAMPS, CABLE));
	}

	static StockShort cableShort(long missing) {
		return new StockShort("SO-1", List.of(new ShortLine(2, "CABLE.2", CABLE.quantity(), Quantity.of(missing))));
	}

	static ProductionScheduled cableScheduled(long missing) {
		return new ProductionScheduled("SO-1", List.of(line(2, "CABLE.2", missing)), FIRST_FORECAST);
	}

	static QualityPassed passed(int attempt) {
		return new QualityPassed("SO-1", attempt, "zhao");
	}

	static QualityFailed failed(int attempt) {
		return new QualityFailed("SO-1", attempt, "zhao",
				List.of(new Defect(1, CheckAspect.QUALITY, Personal.of("划痕 scratched"), null)));
	}

	static GoodsReworked reworked(int attempt) {
		return new GoodsReworked("SO-1", attempt, "zhao", Personal.of("polished"));
	}

	static GoodsPacked packed() {
		return new GoodsPacked("SO-1", List.of(new Parcel(1, Quantity.of("12.5"), 60, 40, 30)));
	}

}
