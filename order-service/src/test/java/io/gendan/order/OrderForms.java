package io.gendan.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.contract.Actor;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.OrderPlaced;

import java.time.Instant;

/** Forms and policies for tests, written as sentences. */
final class OrderForms {

	static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

	static final OrderPolicy POLICY = new OrderPolicy(ZoneId.of("Asia/Shanghai"), 1000, 3, new BigDecimal("1000000000"),
			6, new BigDecimal("1000000000"), LocalDate.of(2000, 1, 1), Duration.ofMinutes(2), Period.ofYears(3),
			Set.of(), Period.ofYears(10));

	/** Nothing is known of what a form names, and everything may be named. */
	static final Known OPEN = Known.nothing(EntryRules.OPEN);

	private String receivedAt = "2026-03-02T09:00:00+08:00";

	private String channel = "EMAIL";

	private OrderForm.Party customer = new OrderForm.Party("K-100", "杭州西湖礼品有限公司", "王芳", "0571-8888", null, "B");

	private OrderForm.Address shipTo = new OrderForm.Address("CN", "浙江", "杭州", "文三路 1 号", "310000", "王芳", null);

	private String currency = "CNY";

	private List<OrderForm.Line> lines = new ArrayList<>(
			List.of(line("T-1", "10", "12.30"), line("T-2", "3", "0.335")));

	private String total;

	private String requestedDelivery = "2026-04-01";

	private String deliveryMethod = "ROAD";

	private String paymentTerms = "PREPAID";

	private OrderForm.Invoice invoice = new OrderForm.Invoice("ORDINARY", "杭州西湖礼品有限公司", null);

	private String remarks = "请轻放\n谢谢";

	private OrderForm.Unsaid unsaid = OrderForm.Unsaid.NOTHING;

	private List<String> keyPoints = List.of("红色包装");

	static OrderForms form() {
		return new OrderForms();
	}

	static OrderForm good() {
		return form().build();
	}

	static OrderForm.Line line(String item, String quantity, String price) {
		return new OrderForm.Line(item, "茶杯 " + item, null, quantity, "PCS", price);
	}

	static OrderForm nothing() {
		return new OrderForm(null, null, OrderForm.Party.EMPTY, OrderForm.Address.EMPTY, null, List.of(), null, null,
				null, null, null, OrderForm.Invoice.EMPTY, null, List.of(), OrderForm.Unsaid.NOTHING);
	}

	static OrderPlaced placed(OrderForm form, int round) {
		Outcome<OrderEvent> outcome = new OrderStage(POLICY).decide(Order.unknown("SO-1"),
				new OrderCommand.Place(form, OPEN), new Context(new Actor("salesperson", "li"), NOW));
		OrderPlaced first = (OrderPlaced) ((Outcome.Accepted<OrderEvent>) outcome).events().getFirst();
		return new OrderPlaced(first.order(), round, first.receivedAt(), first.channel(), first.enteredBy(),
				first.customer(), first.shipTo(), first.lines(), first.total(), first.requestedDelivery(),
				first.deliveryMethod(), first.packaging(), first.paymentTerms(), first.invoice(), first.remarks(),
				first.keyPoints());
	}

	OrderForms receivedAt(String text) {
		this.receivedAt = text;
		return this;
	}

	OrderForms channel(String text) {
		this.channel = text;
		return this;
	}

	OrderForms customer(UnaryOperator<OrderForm.Party> change) {
		this.customer = change.apply(this.customer);
		return this;
	}

	OrderForms creditCode(String code) {
		return customer((party) -> new OrderForm.Party(party.id(), party.name(), party.contact(), party.phone(), code,
				party.grade()));
	}

	OrderForms grade(String grade) {
		return customer((party) -> new OrderForm.Party(party.id(), party.name(), party.contact(), party.phone(),
				party.creditCode(), grade));
	}

	OrderForms customerId(String id) {
		return customer((party) -> new OrderForm.Party(id, party.name(), party.contact(), party.phone(),
				party.creditCode(), party.grade()));
	}

	OrderForms customerName(String name) {
		return customer((party) -> new OrderForm.Party(party.id(), name, party.contact(), party.phone(),
				party.creditCode(), party.grade()));
	}

	OrderForms country(String code) {
		this.shipTo = new OrderForm.Address(code, null, null, this.shipTo.address(), null, null, null);
		return this;
	}

	OrderForms currency(String code) {
		this.currency = code;
		return this;
	}

	OrderForms lines(OrderForm.Line... those) {
		this.lines = new ArrayList<>(java.util.Arrays.asList(those));
		return this;
	}

	OrderForms total(String text) {
		this.total = text;
		return this;
	}

	OrderForms requestedDelivery(String text) {
		this.requestedDelivery = text;
		return this;
	}

	OrderForms deliveryMethod(String text) {
		this.deliveryMethod = text;
		return this;
	}

	OrderForms paymentTerms(String text) {
		this.paymentTerms = text;
		return this;
	}

	OrderForms invoice(String kind, String title, String taxNumber) {
		this.invoice = new OrderForm.Invoice(kind, title, taxNumber);
		return this;
	}

	OrderForms remarks(String text) {
		this.remarks = text;
		return this;
	}

	OrderForms unsaid(Instant receivedAt, Integer deliveryDays) {
		this.unsaid = new OrderForm.Unsaid(receivedAt, deliveryDays);
		return this;
	}

	OrderForms shipToPhone(String text) {
		this.shipTo = new OrderForm.Address("CN", null, null, this.shipTo.address(), null, null, text);
		return this;
	}

	OrderForms keyPoints(List<String> points) {
		this.keyPoints = points;
		return this;
	}

	OrderForm build() {
		return new OrderForm(this.receivedAt, this.channel, this.customer, this.shipTo, this.currency, this.lines,
				this.total, this.requestedDelivery, this.deliveryMethod, "纸箱", this.paymentTerms, this.invoice,
				this.remarks, this.keyPoints, this.unsaid);
	}

}
