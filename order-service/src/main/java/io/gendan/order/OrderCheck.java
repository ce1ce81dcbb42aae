package io.gendan.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.Subject;
import io.gendan.contract.order.Channel;
import io.gendan.contract.order.Customer;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.contract.order.InvoiceWish;
import io.gendan.contract.order.OrderLine;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.contract.order.ShipTo;
import io.gendan.stage.FieldFault;
import io.gendan.stage.FormReader;
import org.jspecify.annotations.Nullable;

/** Checks a form in full and makes the order of it, or tells all its faults (ORD-4). */
final class OrderCheck {

	private static final int TOTAL = 200;

	private static final int PROSE = 4000;

	private static final int KEY_POINTS = 50;

	private final OrderPolicy policy;

	private final OrderForm form;

	private final Inherited inherited;

	private final FormReader reader = new FormReader();

	private final Instant now;

	private OrderCheck(OrderPolicy policy, OrderForm form, Inherited inherited, Instant now) {
		this.policy = policy;
		this.form = form;
		this.inherited = inherited;
		this.now = now;
	}

	/**
	 * Checks a form.
	 * @param policy the numbers to check by
	 * @param order order number it shall get
	 * @param form what was filled in
	 * @param inherited what stands in for what it leaves blank
	 * @param round round of placing
	 * @param enteredBy user
	 * @param now present time
	 * @return the order, or its faults
	 */
	static Checked check(OrderPolicy policy, String order, OrderForm form, Inherited inherited, int round,
			String enteredBy, Instant now) {
		return new OrderCheck(policy, form, inherited, now).order(order, round, enteredBy);
	}

	/**
	 * What looks like a subject of another kind would be taken for one by whoever reads
	 * the topics. Orders of before keep their numbers.
	 * @param order number of a new order
	 * @return a fault if it has such a number
	 */
	static List<FieldFault> reserved(String order) {
		return Subject.isReserved(order) ? List
			.of(new FieldFault("number", OrderRefusal.ORDER_NUMBER_RESERVED, Map.of("value", FormReader.shown(order))))
				: List.of();
	}

	private Checked order(String order, int round, String enteredBy) {
		checkNumber(order);
		Instant receivedAt = TimeCheck.receivedAt(this.reader, this.policy, this.form, this.now);
		Channel channel = this.reader.choice("channel", this.form.channel(), Channel.class);
		Customer customer = PartyCheck.customer(this.reader, this.form.customer(), this.inherited);
		ShipTo shipTo = PartyCheck.shipTo(this.reader, this.form.shipTo(), this.inherited.shipTo());
		String currency = CurrencyCheck.currency(this.reader, "currency", this.policy, this.form.currency());
		List<OrderLine> lines = LineCheck.lines(this.reader, this.policy, this.form.lines(), this.inherited, currency);
		Money total = total(lines, currency);
		LocalDate requested = TimeCheck.requestedDelivery(this.reader, this.policy, this.form, receivedAt);
		DeliveryMethod method = this.reader.choice("deliveryMethod", this.form.deliveryMethod(), DeliveryMethod.class);
		Personal packaging = Personal.ofNullable(this.reader.prose("packaging", this.form.packaging(), PROSE));
		PaymentTerms terms = paymentTerms();
		InvoiceWish invoice = PartyCheck.invoice(this.reader, this.form.invoice(), customer, this.inherited);
		Personal remarks = Personal.ofNullable(this.reader.prose("remarks", this.form.remarks(), PROSE));
		List<Personal> keyPoints = keyPoints();
		if (this.reader.clean() && receivedAt != null && channel != null && total != null && requested != null
				&& method != null && terms != null && invoice != null) {
			return new Checked.Sound(new OrderPlaced(order, round, receivedAt, channel, enteredBy, customer, shipTo,
					lines, total, requested, method, packaging, terms, invoice, remarks, keyPoints));
		}
		return new Checked.Faulty(this.reader.faults());
	}

	/**
	 * Any characters that can be seen. It is compared with others as it is, so what the
	 * reader would have to change makes another number. One or two dots alone would be a
	 * way, not a place, in an address.
	 */
	private void checkNumber(String order) {
		String number = this.reader.code("number", order, OrderCommand.LONGEST_NUMBER);
		boolean addressable = !order.equals(".") && !order.equals("..");
		if (this.reader.clean() && !(order.equals(number) && addressable)) {
			this.reader.fault("number", OrderRefusal.ORDER_NUMBER_INVALID, order);
		}
	}

	/** Null if the lines or the currency are at fault and so have no sum. */
	private @Nullable Money total(List<OrderLine> lines, @Nullable String currency) {
		String text = this.reader.word("total", this.form.total(), TOTAL);
		BigDecimal sent = (text != null) ? this.reader.number("total", text) : null;
		if (currency == null || lines.size() != this.form.lines().size() || lines.isEmpty()) {
			return null;
		}
		Money total = lines.stream().map(OrderLine::amount).reduce(Money.zero(currency), Money::plus);
		if (total.signum() <= 0) {
			this.reader.fault("total", OrderRefusal.TOTAL_NOT_POSITIVE, total.toString());
		}
		if (sent != null && sent.compareTo(total.amount()) != 0) {
			this.reader.fault("total", OrderRefusal.TOTAL_DISAGREES,
					Map.of("value", FormReader.shown(sent.toString()), "computed", total.amount().toPlainString()));
		}
		return total;
	}

	private @Nullable PaymentTerms paymentTerms() {
		PaymentTerms usual = this.inherited.paymentTerms();
		return (usual != null && Typed.blank(this.form.paymentTerms())) ? usual
				: this.reader.choice("paymentTerms", this.form.paymentTerms(), PaymentTerms.class);
	}

	private List<Personal> keyPoints() {
		List<@Nullable String> raw = this.form.keyPoints();
		if (raw.size() > KEY_POINTS) {
			this.reader.fault("keyPoints", OrderRefusal.TOO_MANY, Map.of("max", KEY_POINTS));
			return List.of();
		}
		List<Personal> points = new ArrayList<>();
		for (int index = 0; index < raw.size(); index++) {
			String field = "keyPoints[" + index + "]";
			points.add(Personal.of(this.reader.need(field, this.reader.prose(field, raw.get(index), PROSE))));
		}
		return points;
	}

	/** What a check comes to. */
	sealed interface Checked {

		/**
		 * The same with more faults.
		 * @param more perhaps none
		 * @return the order only if there are none at all
		 */
		default Checked with(List<FieldFault> more) {
			if (more.isEmpty()) {
				return this;
			}
			List<FieldFault> faults = new ArrayList<>((this instanceof Faulty faulty) ? faulty.faults() : List.of());
			faults.addAll(more);
			return new Faulty(faults);
		}

		/**
		 * Everything is right.
		 *
		 * @param placed the order
		 */
		record Sound(OrderPlaced placed) implements Checked {
		}

		/**
		 * Something is wrong.
		 *
		 * @param faults all of it
		 */
		record Faulty(List<FieldFault> faults) implements Checked {
		}

	}

}
